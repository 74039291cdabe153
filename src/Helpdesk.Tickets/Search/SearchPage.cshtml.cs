using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Search;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class SearchPage(SearchHandler search, CurrentUser user) : PageModel
{
    public const string Path = "/search";

    private const int OfEachKind = 10;
    private const int OfOneKind = 50;

    [BindProperty(SupportsGet = true, Name = "")]
    public SearchRequest Form { get; set; } = new();

    public string Words => Form.Q?.Trim() ?? "";

    /// <summary>Null before anything is looked for.</summary>
    public SearchView? Found { get; private set; }

    public CurrentUser Reader => user;

    /// <summary>The kinds that this reader can choose from.</summary>
    public IReadOnlyList<(string? Type, string Name)> Kinds { get; } =
    [
        (null, "All"),
        (SearchHandler.Tickets, "Tickets"),
        (SearchHandler.Articles, "Articles"),
        .. user.IsStaff ? [(SearchHandler.People, "People")] : Array.Empty<(string?, string)>(),
    ];

    public string? Type => string.IsNullOrEmpty(Form.Type) ? null : Form.Type;

    /// <summary>Such as "12 tickets and 1 person", for who does not see the list.</summary>
    public string Summary
    {
        get
        {
            if (Found is null)
            {
                return "";
            }

            string?[] kinds =
            [
                Found.Tickets.Items.Count == 0 ? null : Found.Tickets.Count == 1 ? "1 ticket" : $"{CountOf(Found.Tickets)} tickets",
                Found.Articles.Count == 0 ? null : Found.Articles.Count == 1 ? "1 article" : $"{Found.Articles.Count} articles",
                Found.People is not { Items.Count: > 0 and var count } ? null : count == 1 ? "1 person" : $"{count}{(Found.People.IsMore ? " or more" : "")} people",
            ];
            return kinds.All(kind => kind is null) ? "Nothing found" : string.Join(" and ", kinds.OfType<string>());
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (Words.Length == 0)
        {
            return Page();
        }

        var limit = Type is null ? OfEachKind : OfOneKind;
        return (await search.HandleAsync(Form with { Limit = limit }, user, cancellationToken)).ToPage(this, "", found =>
        {
            Found = found;
            return found.Tickets.Items is [{ FoundIn: [FoundIn.Number, ..] } meant, ..] && !IsTyping ? Redirect(TicketUrls.Show(meant.Number)) : Page();
        });
    }

    public static string CountOf(FoundTickets tickets) => $"{tickets.Count}{(tickets.IsAtLeast ? "+" : "")}";

    public string UrlOf(string? type, bool isExact = false) =>
        $"{Path}?q={Uri.EscapeDataString(Words)}{(type is null ? "" : $"&type={type}")}{(isExact ? "&exact=true" : "")}";

    /// <summary>The script asks while somebody types: a number may still grow.</summary>
    private bool IsTyping => Request.Headers.ContainsKey("HX-Request");
}
