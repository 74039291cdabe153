using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.SavedViews;

[Authorize(Policy = Policy.Staff)]
internal sealed class RemoveViewPage(RemoveViewHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect("/queue");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The view is removed.";
            return Redirect("/queue");
        });
}
