using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.CannedAnswers;

[Authorize(Policy = Policy.Staff)]
internal sealed class SaveAnswerPage(SaveAnswerHandler save, ShowAnswerHandler show, ITeamDirectory teams, CurrentUser user) : PageModel
{
    private const string New = "new";

    [BindProperty]
    public SaveAnswerRequest Form { get; set; } = new();

    public bool IsNew => (string?)RouteData.Values["id"] == New;

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        if (id == New)
        {
            return Page();
        }

        if (!Guid.TryParse(id, out var known) || (await show.HandleAsync(known, user, cancellationToken)).Value is not { } answer)
        {
            return NotFound();
        }

        Form = new SaveAnswerRequest { Name = answer.Name, Body = answer.Body, Sharing = answer.Sharing };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        Guid? known = Guid.TryParse(id, out var parsed) ? parsed : null;
        if (known is null && id != New)
        {
            return NotFound();
        }

        return (await save.HandleAsync(known, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect("/queue/answers");
        });
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Teams = [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive && (user.IsAdmin || team.Has(user.Id)))];
}
