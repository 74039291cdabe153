using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.BeginItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class DuplicateItemPage(DuplicateItemHandler duplicate, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(KnowledgeBaseUrls.Write(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await duplicate.HandleAsync(id, user, cancellationToken)).ToPage(this, "", copy =>
        {
            TempData["flash"] = "This is the copy. It is a draft.";
            return Redirect(KnowledgeBaseUrls.Write(copy.Id));
        });
}
