using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.MakeArticle;

/// <summary>Leads from a ticket to the draft of its article.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class MakeArticlePage(MakeArticleHandler make, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await make.HandleAsync(id, user, cancellationToken)).ToPage(this, "", draft =>
        {
            TempData["flash"] = draft.IsNew
                ? "The draft is made of the ticket's messages. Check that nothing personal is left."
                : "This ticket's article is there already.";
            return Redirect(KnowledgeBaseUrls.Write(draft.Id));
        });
}
