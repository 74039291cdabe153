using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Upkeep;

[Authorize(Policy = Policy.Staff)]
internal sealed class SettleComplaintPage(SettleComplaintHandler settle, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(UpkeepPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, Guid readerId, CancellationToken cancellationToken) =>
        (await settle.HandleAsync(id, readerId, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Marked as seen.";
            return Redirect(UpkeepPage.Path);
        });
}
