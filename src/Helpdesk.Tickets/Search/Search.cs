using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Search;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Search;

internal sealed record SearchRequest
{
    /// <summary>Words, or the number of a ticket. In quotes they must follow each other, with "-" in front they must be missing.</summary>
    public string? Q { get; init; }

    /// <summary>tickets, articles or people; all of them when nothing is said.</summary>
    public string? Type { get; init; }

    /// <summary>These words and no others, also when they look mistyped.</summary>
    public bool? Exact { get; init; }

    public int? Limit { get; init; }
}

/// <summary>Looks through everything that the reader may know of, and once more with the mistyped words mended when that finds nothing.</summary>
internal sealed class SearchHandler(TicketSearch tickets, IKnowledgeBaseSearch articles, TicketsDbContext db, IUserDirectory people)
{
    public const string Tickets = "tickets";
    public const string People = "people";
    public const string Articles = "articles";

    private const int MostPeople = 20;

    public async Task<Outcome<SearchView>> HandleAsync(SearchRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var text = request.Q?.Trim() ?? "";
        var limit = request.Limit ?? Cursor.DefaultLimit;
        if (Check(request, text, limit, user) is { } refusal)
        {
            return refusal;
        }

        var persons = user.IsStaff && request.Type is null or "" or People ? await PeopleAsync(text, Math.Min(limit, MostPeople), cancellationToken) : null;
        if (request.Type is People)
        {
            return new SearchView(FoundTickets.None, FoundArticles.None, persons, null);
        }

        var asked = new Asked(request.Type, limit, user, persons);
        var found = await FindAsync(text, request.Exact is true, asked, cancellationToken);
        if (!found.IsNothing || request.Exact is true)
        {
            return found;
        }

        // What is not found with the reader's own rights is not offered: a correction must not tell which words others write.
        var likely = (await db.CorrectionsOfAsync(text, "tickets.known_words", cancellationToken)).Concat(await articles.MendAsync(text, cancellationToken));
        foreach (var mended in likely.Distinct())
        {
            var other = await FindAsync(mended, isExact: true, asked, cancellationToken);
            if (!other.IsNothing)
            {
                return other with { CorrectedTo = mended };
            }
        }

        return found;
    }

    private async Task<SearchView> FindAsync(string text, bool isExact, Asked asked, CancellationToken cancellationToken)
    {
        var (type, limit, user, persons) = asked;
        var words = SearchWords.Read(text, isExact);
        var found = type is Articles ? FoundTickets.None : await tickets.FindAsync(words, limit, user, cancellationToken);
        // Who asks for a ticket by its sign means no article.
        var items = type is Tickets || text.StartsWith('#') ? ItemHits.None : await articles.FindAsync(text, isExact, limit, user, cancellationToken);
        return new SearchView(found, FoundArticles.Of(items), persons, null);
    }

    private static Refusal? Check(SearchRequest request, string text, int limit, CurrentUser user) =>
        limit is < 1 or > Cursor.MaximumLimit ? new Refusal.Invalid(nameof(request.Limit), $"The limit can be from 1 to {Cursor.MaximumLimit}.")
        : request.Type is not (null or "" or Tickets or Articles or People) ? new Refusal.Invalid(nameof(request.Type), $"Choose a type: {Tickets}, {Articles} or {People}.")
        : request.Type is People && !user.IsStaff ? new Refusal.Forbidden("Only the helpdesk team can search for people.")
        : text.Length > SearchWords.Longest ? new Refusal.Invalid(nameof(request.Q), TextRules.TooLong("The search", SearchWords.Longest, text.Length))
        : text.Length < SearchWords.Shortest && !text.Any(char.IsAsciiDigit) ? new Refusal.Invalid(nameof(request.Q), "Type two letters or more, or a number like 1042.")
        : null;

    private async Task<FoundPeople> PeopleAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var found = await people.SearchAsync(text, limit + 1, cancellationToken);
        return new FoundPeople(
            [.. found.Take(limit).Select(card => new FoundPerson(
                card.Id, card.Name, card.Email, MarkedText.ToHtml(card.Name, text), MarkedText.ToHtml(card.Email, text), card.IsActive))],
            found.Count > limit);
    }

    private sealed record Asked(string? Type, int Limit, CurrentUser User, FoundPeople? People);
}
