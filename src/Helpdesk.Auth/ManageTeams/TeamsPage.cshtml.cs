using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageTeams;

[Authorize(Policy = Policy.Admin)]
internal sealed class TeamsPage(ListTeamsHandler list, CurrentUser user) : PageModel
{
    public const string Path = "/admin/teams";

    public IReadOnlyList<TeamView> Teams { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", teams =>
        {
            Teams = teams.Items;
            return Page();
        });
}
