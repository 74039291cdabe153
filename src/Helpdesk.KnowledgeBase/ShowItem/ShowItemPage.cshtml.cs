using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ShowItem;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ShowItemPage(ShowItemHandler handler, CurrentUser user) : PageModel
{
    public ItemDetail Item { get; private set; } = default!;

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(slug, user, cancellationToken)).ToPage(this, "", item =>
        {
            Item = item;
            return Page();
        });
}
