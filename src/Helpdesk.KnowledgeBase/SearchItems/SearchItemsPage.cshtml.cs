using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.SearchItems;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class SearchItemsPage(SearchItemsHandler handler, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public SearchItemsRequest Form { get; set; } = new();

    public CursorPage<FoundItem> Found { get; private set; } = new([], null);

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await handler.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", found =>
        {
            Found = found;
            return Page();
        });
}
