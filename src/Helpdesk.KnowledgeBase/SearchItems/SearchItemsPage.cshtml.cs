using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.SearchItems;

[Authorize(Policy = Policy.Reader)]
internal sealed class SearchItemsPage(SearchItemsHandler handler, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public SearchItemsRequest Form { get; set; } = new();

    public FoundItems Found { get; private set; } = FoundItems.None;

    public CurrentUser Reader => user;

    public string Words => Form.Q?.Trim() ?? "";

    /// <summary>Such as "12 articles", for who does not see the list.</summary>
    public string Summary => Found.Count == 0 ? "Nothing found" : CountOf(Found.Count);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await handler.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", found =>
        {
            Found = found;
            return Page();
        });

    public static string CountOf(int count) => count == 1 ? "1 answer" : $"{count} answers";

    /// <summary>This search with another choice.</summary>
    public static string UrlOf(SearchItemsRequest request) => KnowledgeBaseUrls.Search + QueryString.Create(
        new KeyValuePair<string, string?>[]
        {
            new("q", request.Q), new("type", request.Type), new("category", request.Category), new("tag", request.Tag),
            new("exact", request.Exact is true ? "true" : null), new("cursor", request.Cursor),
        }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
