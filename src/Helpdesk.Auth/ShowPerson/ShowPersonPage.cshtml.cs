using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.ListSessions;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.Auth.PersonDevices;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ShowPerson;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowPersonPage(
    ShowPersonHandler show, ChangePersonHandler change, ListPersonDevicesHandler devices, PersonActs acts, ITeamDirectory teams, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChangePersonForm Form { get; set; } = new();

    public PersonView Person { get; private set; } = default!;

    public bool IsMe => Person.Id == user.Id;

    public bool IsStaff => Person.Role != RoleNames.Of(Role.Employee);

    public IReadOnlyList<SessionView> Devices { get; private set; } = [];

    public IReadOnlyList<PersonAct> Acts { get; private set; } = [];

    public TeamChoice Teams { get; private set; } = new([], []);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new ChangePersonForm { Name = Person.Name, Role = Person.Role };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await change.HandleAsync(id, Form.ToRequest(Person), user, cancellationToken)).ToPage(this, nameof(Form), person =>
        {
            TempData["flash"] = Form.SaysOf(person);
            return Redirect(IsMe && person.Role != RoleNames.Of(Role.Admin) ? "/" : PeopleUrls.Show(id));
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id, user, cancellationToken)).Value is not { } person)
        {
            return false;
        }

        Person = person;
        Devices = (await devices.HandleAsync(id, user, cancellationToken)).Value ?? [];
        Acts = await acts.OfAsync(id, cancellationToken);
        var mine = person.Teams.Select(team => team.Id).ToList();
        Teams = new TeamChoice([.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive || mine.Contains(team.Id))], mine);
        return true;
    }
}
