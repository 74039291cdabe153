using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.ManageCategories;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ListItems;

[Authorize(Policy = Policy.Staff)]
internal sealed class ListItemsPage(ListItemsHandler list, CategoryTree tree, IUserDirectory people, CurrentUser user, TimeProvider clock) : PageModel
{
    private const string CursorName = "cursor";

    [BindProperty(SupportsGet = true, Name = "")]
    public ListItemsRequest Form { get; set; } = new();

    public CurrentUser Reader => user;

    public IReadOnlyList<ListedItem> Items { get; private set; } = [];

    public IReadOnlyList<CategoryView> Categories { get; private set; } = [];

    public IReadOnlyList<UserCard> Staff { get; private set; } = [];

    /// <summary>The same list from where this page ends; null at the end.</summary>
    public string? NextUrl { get; private set; }

    public bool IsFiltered => Form with { Limit = null, Cursor = null } != new ListItemsRequest();

    public bool IsDue(ListedItem item) =>
        item.Status != ItemStatus.Archived && item.ReviewBy <= LocalTimes.Today(user, clock.GetUtcNow());

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        (Categories, Staff) = (await tree.ReadAsync(cancellationToken), await people.StaffAsync(cancellationToken));
        return (await list.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", page =>
        {
            Items = page.Items;
            NextUrl = page.NextCursor is { } cursor ? UrlOf(cursor) : null;
            return Page();
        });
    }

    private string UrlOf(string cursor)
    {
        var query = new QueryBuilder(Request.Query
            .Where(part => part.Key != CursorName)
            .SelectMany(part => part.Value.OfType<string>().Where(value => value.Length > 0).Select(value => KeyValuePair.Create(part.Key, value))));
        query.Add(CursorName, cursor);
        return KnowledgeBaseUrls.Manage + query.ToQueryString();
    }
}
