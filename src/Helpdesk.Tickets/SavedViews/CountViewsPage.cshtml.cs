using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.SavedViews;

/// <summary>The counts for the list beside the page, asked for when it is there: each is a statement, and no page waits for them.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class CountViewsPage(CountViewsHandler count, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await count.HandleAsync(user, cancellationToken)).ToPage(
            this, "", counts => new JsonResult(counts.ToDictionary(view => view.Id, view => QueueCounts.Show(view.Count))));
}
