using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Search;

internal sealed record SearchRequest
{
    /// <summary>Words, or the number of a ticket. In quotes they must follow each other, with "-" in front they must be missing.</summary>
    public string? Q { get; init; }

    /// <summary>tickets or people; all of them when nothing is said.</summary>
    public string? Type { get; init; }

    /// <summary>These words and no others, also when they look mistyped.</summary>
    public bool? Exact { get; init; }

    public int? Limit { get; init; }
}

/// <summary>Looks through everything that the reader may know of, and once more with the mistyped words mended when that finds nothing.</summary>
internal sealed class SearchHandler(TicketSearch tickets, Corrections corrections, IUserDirectory people)
{
    public const string Tickets = "tickets";
    public const string People = "people";

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
            return new SearchView(FoundTickets.None, persons, null);
        }

        var found = await tickets.FindAsync(SearchWords.Read(text, request.Exact is true), limit, user, cancellationToken);
        if (found.Items.Count > 0 || persons?.Items.Count > 0 || request.Exact is true)
        {
            return new SearchView(found, persons, null);
        }

        // What is not found with the reader's own rights is not offered: a correction must not tell which words others write.
        foreach (var mended in await corrections.OfAsync(text, cancellationToken))
        {
            var other = await tickets.FindAsync(SearchWords.Read(mended, isExact: true), limit, user, cancellationToken);
            if (other.Items.Count > 0)
            {
                return new SearchView(other, persons, mended);
            }
        }

        return new SearchView(found, persons, null);
    }

    private static Refusal? Check(SearchRequest request, string text, int limit, CurrentUser user) =>
        limit is < 1 or > Cursor.MaximumLimit ? new Refusal.Invalid(nameof(request.Limit), $"The limit can be from 1 to {Cursor.MaximumLimit}.")
        : request.Type is not (null or "" or Tickets or People) ? new Refusal.Invalid(nameof(request.Type), $"Choose a type: {Tickets} or {People}.")
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
}
