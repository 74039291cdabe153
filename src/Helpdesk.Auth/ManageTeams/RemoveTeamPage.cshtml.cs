using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageTeams;

[Authorize(Policy = Policy.Admin)]
internal sealed class RemoveTeamPage(RemoveTeamHandler remove, ShowTeamHandler show, CurrentUser user) : PageModel
{
    public TeamDetailView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await remove.HandleAsync(id, user, cancellationToken)).ToPage(this, "", team =>
        {
            TempData["flash"] = team.IsArchived ? $"The team “{team.Name}” is archived." : $"The team “{team.Name}” is removed.";
            return Redirect(TeamsPage.Path);
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        View = (await show.HandleAsync(id, user, cancellationToken)).Value!;
        return View is not null;
    }
}
