using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.InvitePeople;

[Authorize(Policy = Policy.Admin)]
internal sealed class InvitePeoplePage(InvitePeopleHandler invite, ITeamDirectory teams, CurrentUser user) : PageModel
{
    [BindProperty]
    public InvitePeopleRequest Form { get; set; } = new();

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    /// <summary>What was read, once it was checked.</summary>
    public InvitationsView? Preview { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(bool send, CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        var invited = await invite.HandleAsync(Form, isTrial: !send, user, cancellationToken);
        if (send && invited.Value is { } done)
        {
            TempData["flash"] = done.Lines.Count == 1
                ? $"Invitation sent to {done.Lines[0].Email}. It works for 7 days."
                : $"{done.Lines.Count} invitations sent. They work for 7 days.";
            return Redirect(PeopleUrls.List);
        }

        Preview = invited.Value ?? (await invite.HandleAsync(Form, isTrial: true, user, cancellationToken)).Value;
        return invited.ToPage(this, nameof(Form), _ => Page());
    }

    private async Task PrepareAsync(CancellationToken cancellationToken) =>
        Teams = [.. (await teams.TeamsAsync(cancellationToken)).Where(team => team.IsActive)];
}
