using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Upkeep;

[Authorize(Policy = Policy.Staff)]
internal sealed class DismissGapPage(DismissGapHandler dismiss, CurrentUser user) : PageModel
{
    [BindProperty]
    public DismissGapRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect(UpkeepPage.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await dismiss.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Dismissed until somebody searches for it again.";
            return Redirect(UpkeepPage.Path);
        });
}
