using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.BinItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class DeleteItemPage(DeleteItemHandler delete, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(KnowledgeBaseUrls.Write(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await delete.HandleAsync(id, version: null, user, cancellationToken)).ToPage(this, "", item =>
        {
            TempData["flash"] = $"“{item.Title}” is in the bin for {Item.KeptInBin.Days} days.";
            return Redirect(KnowledgeBaseUrls.Manage);
        });
}
