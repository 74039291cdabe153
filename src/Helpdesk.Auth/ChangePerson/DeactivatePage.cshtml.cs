using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.HandOver;
using Helpdesk.Auth.People;
using Helpdesk.Auth.ShowPerson;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangePerson;

[Authorize(Policy = Policy.Admin)]
internal sealed class DeactivatePage(
    ShowPersonHandler show, ChangePersonHandler change, HandOvers handOvers, IUserDirectory people, ITeamDirectory teams, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChangePersonRequest Form { get; set; } = new();

    public PersonView Person { get; private set; } = default!;

    public bool IsMe => Person.Id == user.Id;

    public int OpenTickets { get; private set; }

    public IReadOnlyList<UserCard> Staff { get; private set; } = [];

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).Value is { } person ? await ShowAsync(person, cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id, user, cancellationToken)).Value is not { } person)
        {
            return NotFound();
        }

        await ShowAsync(person, cancellationToken);
        var request = new ChangePersonRequest { IsActive = false, GiveTicketsTo = Form.GiveTicketsTo };
        return (await change.HandleAsync(id, request, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = $"{person.Name} is deactivated and signed out everywhere.";
            return Redirect(IsMe ? "/signin" : PeopleUrls.Show(id));
        });
    }

    private async Task<PageResult> ShowAsync(PersonView person, CancellationToken cancellationToken)
    {
        Person = person;
        OpenTickets = await handOvers.CountAsync(person.Id, cancellationToken);
        Staff = [.. (await people.StaffAsync(cancellationToken)).Where(member => member.Id != person.Id)];
        Teams = [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive)];
        return Page();
    }
}
