using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.PublishItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class UnpublishItemPage(UnpublishItemHandler unpublish, ShowReadinessHandler show, CurrentUser user) : PageModel
{
    public Readiness Item { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", item =>
        {
            Item = item;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await unpublish.HandleAsync(id, version: null, user, cancellationToken)).ToPage(this, "", item =>
        {
            TempData["flash"] = item.Status == ItemStatus.Draft ? "It is a draft. Readers do not see it." : "It will not be published by itself.";
            return Redirect(KnowledgeBaseUrls.Write(item.Id));
        });
}
