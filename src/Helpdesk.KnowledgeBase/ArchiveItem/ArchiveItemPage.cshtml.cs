using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.PublishItem;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ArchiveItem;

[Authorize(Policy = Policy.Staff)]
internal sealed class ArchiveItemPage(ArchiveItemHandler archive, ShowReadinessHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public ArchiveItemRequest Form { get; set; } = new();

    public Readiness Item { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", item =>
        {
            Item = item;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id, user, cancellationToken)).Value is not { } item)
        {
            return NotFound();
        }

        Item = item;
        return (await archive.HandleAsync(id, Form, version: null, user, cancellationToken)).ToPage(this, nameof(Form), archived =>
        {
            TempData["flash"] = "Archived. Searches leave it out.";
            return Redirect(KnowledgeBaseUrls.Write(archived.Id));
        });
    }
}
