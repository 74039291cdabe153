using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.RecordSearches;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Search;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal sealed record SearchItemsRequest
{
    /// <summary>Words; in quotes they must follow each other, with "-" in front they must be missing. Nothing is all items, the newest first.</summary>
    public string? Q { get; init; }

    /// <summary>article, video or document.</summary>
    public string? Type { get; init; }

    /// <summary>Name or id; what lies below it is in it.</summary>
    public string? Category { get; init; }

    public string? Tag { get; init; }

    /// <summary>These words and no others, also when they look mistyped.</summary>
    public bool? Exact { get; init; }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }

    public bool IsFiltered => !string.IsNullOrEmpty(Type) || !string.IsNullOrEmpty(Category) || !string.IsNullOrEmpty(Tag);
}

/// <summary>Looks through what the reader may see, and once more with the mistyped words mended when that finds nothing.</summary>
internal sealed class SearchItemsHandler(KnowledgeBaseDbContext db, ItemFinder finder, ItemPlaces places, SearchLog log, IUserDirectory people)
{
    public async Task<Outcome<FoundItems>> HandleAsync(SearchItemsRequest request, CurrentUser reader, CancellationToken cancellationToken)
    {
        var words = (request.Q ?? "").Trim();
        var position = request.Cursor is null ? new Position(0) : Cursor.Read<Position>(request.Cursor);
        if (Check(request, words, position) is { } refusal)
        {
            return refusal;
        }

        var shelves = await Shelves.ReadAsync(db, cancellationToken);
        var asked = new Asked(
            new ItemFilter(
                TypeOf(request.Type),
                string.IsNullOrEmpty(request.Category) ? null : shelves.Named(request.Category),
                string.IsNullOrEmpty(request.Tag) ? null : request.Tag),
            shelves,
            position!.Skip,
            request.Limit ?? Cursor.DefaultLimit,
            reader);
        var found = words.Length == 0
            ? await FindAsync(null, asked, cancellationToken)
            : await FindOrMendAsync(words, request.Exact is true, asked, cancellationToken);
        if (words.Length > 1 && position.Skip == 0 && !request.IsFiltered)
        {
            await log.RecordAsync(words, found.Count, reader, cancellationToken);
        }

        return found;
    }

    /// <summary>The type of this word; null when there is none.</summary>
    public static ItemType? TypeOf(string? word) => word switch
    {
        "article" => ItemType.Article,
        "video" => ItemType.Video,
        "document" => ItemType.Document,
        _ => null,
    };

    private static Refusal.Invalid? Check(SearchItemsRequest request, string words, Position? position) =>
        request.Limit is < 1 or > Cursor.MaximumLimit ? new(nameof(request.Limit), $"The limit must be between 1 and {Cursor.MaximumLimit}.")
        : position is null or { Skip: < 0 or > ItemFinder.MostSkipped } ? new(nameof(request.Cursor), "This cursor does not come from here. Begin without one.")
        : words.Length > SearchWords.Longest ? new(nameof(request.Q), $"The search can have up to {SearchWords.Longest} characters. It has {words.Length}.")
        : !string.IsNullOrEmpty(request.Type) && TypeOf(request.Type) is null ? new(nameof(request.Type), "Choose a type: article, video or document.")
        : null;

    private async Task<FoundItems> FindOrMendAsync(string words, bool isExact, Asked asked, CancellationToken cancellationToken)
    {
        var found = await FindAsync(SearchWords.Read(words, isExact), asked, cancellationToken);
        if (found.Count > 0 || isExact)
        {
            return found;
        }

        // What is not found with the reader's own rights is not offered: a correction must not tell which words others may read.
        foreach (var mended in await db.CorrectionsOfAsync(words, ItemSearch.KnownWords, cancellationToken))
        {
            var other = await FindAsync(SearchWords.Read(mended, isExact: true), asked, cancellationToken);
            if (other.Count > 0)
            {
                return other with { CorrectedTo = mended };
            }
        }

        return found;
    }

    private async Task<FoundItems> FindAsync(SearchWords? words, Asked asked, CancellationToken cancellationToken)
    {
        NpgsqlTsQuery? query = words is null ? null : await finder.ReadAsync(words, cancellationToken);
        var counted = places.HoldingAsync(query, asked.Reader, cancellationToken);
        var ranked = query is null
            ? finder.NewestAsync(asked.Filter, asked.Skip, asked.Limit + 1, asked.Reader, cancellationToken)
            : finder.FindAsync(query, asked.Filter, asked.Skip, asked.Limit + 1, asked.Reader, cancellationToken);
        await Task.WhenAll(counted, ranked);
        var (found, hits) = (await counted, await ranked);
        var authors = await people.FindAsync([.. hits.Select(hit => hit.Row.AuthorId).Distinct()], cancellationToken);
        return new FoundItems(
            [
                .. hits.Take(asked.Limit).Select(hit => new FoundItem(hit.Row.View(authors))
                {
                    TitleHtml = hit.TitleHtml,
                    ExcerptHtml = hit.ExcerptHtml,
                    Rank = hit.Rank,
                }),
            ],
            hits.Count > asked.Limit ? Cursor.Write(new Position(asked.Skip + asked.Limit)) : null,
            found.Count(place => place.IsOf(asked.Filter)),
            Facets.Of(found, asked.Filter, asked.Shelves),
            CorrectedTo: null);
    }

    private sealed record Position(int Skip);

    private sealed record Asked(ItemFilter Filter, Shelves Shelves, int Skip, int Limit, CurrentUser Reader);
}
