using Helpdesk.Admin.Checklist;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowOverview;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowOverviewPage(ShowOverviewHandler handler, ShowChecklistHandler checklist, CurrentUser user) : PageModel
{
    public OverviewView View { get; private set; } = default!;

    /// <summary>What is still to do; null when there is nothing, or when nobody wants to see it.</summary>
    public IReadOnlyList<ChecklistItem>? Checklist { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Checklist = (await checklist.HandleAsync(user, cancellationToken)).Value?.Items;
        return (await handler.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
    }
}
