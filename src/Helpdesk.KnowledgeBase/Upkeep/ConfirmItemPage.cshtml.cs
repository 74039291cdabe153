using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Upkeep;

[Authorize(Policy = Policy.Staff)]
internal sealed class ConfirmItemPage(ConfirmItemHandler confirm, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(UpkeepPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await confirm.HandleAsync(id, version: null, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = $"It is to be read again in {Item.MonthsBetweenReviews} months.";
            return Redirect(UpkeepPage.Path);
        });
}
