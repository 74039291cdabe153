using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageKept;

[Authorize(Policy = Policy.Admin)]
internal sealed class AllMacrosPage(ListAllMacrosHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    public const string Path = "/admin/macros";

    public AllKept List { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var all = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", found =>
        {
            List = new AllKept(Path, "/queue/macros", found.Items, all, user);
            return Page();
        });
    }
}
