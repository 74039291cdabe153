using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowOverview;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowOverviewPage(ShowOverviewHandler handler, CurrentUser user, IEnumerable<AdminLink> links) : PageModel
{
    public OverviewView View { get; private set; } = default!;

    public IEnumerable<AdminLink> Links => links.OrderBy(link => link.Order);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
}
