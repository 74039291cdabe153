using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.BinItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class RecoverItemPage(RecoverItemHandler recover, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(KnowledgeBaseUrls.Manage);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await recover.HandleAsync(id, version: null, user, cancellationToken)).ToPage(this, "", item =>
        {
            TempData["flash"] = "It is a draft again.";
            return Redirect(KnowledgeBaseUrls.Write(item.Id));
        });
}
