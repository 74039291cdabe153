using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ListPeople;

[Authorize(Policy = Policy.Admin)]
internal sealed class ListPeoplePage(ListPeopleHandler list, ITeamDirectory teams, CurrentUser user) : PageModel
{
    private const int RowsOfPage = 50;
    private const string CursorName = "cursor";

    [BindProperty(SupportsGet = true, Name = "")]
    public ListPeopleRequest Form { get; set; } = new();

    public IReadOnlyList<PersonView> People { get; private set; } = [];

    public IReadOnlyList<TeamCard> Teams { get; private set; } = [];

    /// <summary>The same list from where this page ends; null at the end.</summary>
    public string? NextUrl { get; private set; }

    /// <summary>The same list from its beginning; null when this is it.</summary>
    public string? FirstUrl => string.IsNullOrEmpty(Form.Cursor) ? null : PeopleUrls.List + Query().ToQueryString();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await teams.TeamsAsync(cancellationToken);
        return (await list.HandleAsync(Form with { Limit = RowsOfPage }, user, cancellationToken)).ToPage(this, "", page =>
        {
            People = page.Items;
            NextUrl = page.NextCursor is { } cursor ? UrlOf(cursor) : null;
            return Page();
        });
    }

    private string UrlOf(string cursor)
    {
        var query = Query();
        query.Add(CursorName, cursor);
        return PeopleUrls.List + query.ToQueryString();
    }

    private QueryBuilder Query() => new(Request.Query
        .Where(part => part.Key != CursorName)
        .SelectMany(part => part.Value.OfType<string>().Where(value => value.Length > 0).Select(value => KeyValuePair.Create(part.Key, value))));
}
