using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>
/// Finds published items by words, the best first. Whatever it does begins with what the reader may see. A search for nothing but
/// little words ("the") finds nothing without asking: PostgreSQL takes no empty search for a parameter.
/// </summary>
internal sealed class ItemFinder(KnowledgeBaseDbContext db, ItemExcerpts excerpts)
{
    /// <summary>So many are ranked by all of their words, those whose titles and summaries fit best; the others are only counted.</summary>
    public const int Most = 200;

    /// <summary>Nobody leafs further than this through a list without words.</summary>
    public const int MostSkipped = 100_000;

    public async Task<NpgsqlTsQuery> ReadAsync(SearchWords words, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<NpgsqlTsQuery>(words.Statement, [.. words.Parameters()]).SingleAsync(cancellationToken);

    public async Task<IReadOnlyList<Hit>> FindAsync(
        NpgsqlTsQuery query, ItemFilter filter, int skip, int limit, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (query is NpgsqlTsQueryEmpty)
        {
            return [];
        }

        var best = filter.Of(Published(reader)).Holding(query)
            .OrderByDescending(item => EF.Property<NpgsqlTsVector>(item, ItemSearch.HeadColumn).Rank(query)).ThenByDescending(item => item.UpdatedAt)
            .Take(Most);
        var ranked = await best
            .Select(item => new { item.Id, Rank = EF.Property<NpgsqlTsVector>(item, ItemSearch.Column).RankCoverDensity(query) })
            .OrderByDescending(hit => hit.Rank).ThenBy(hit => hit.Id)
            .Skip(skip).Take(limit)
            .ToListAsync(cancellationToken);
        return await ShowAsync([.. ranked.Select(hit => (hit.Id, hit.Rank))], query, reader, cancellationToken);
    }

    /// <summary>The newest, when no words are asked for.</summary>
    public async Task<IReadOnlyList<Hit>> NewestAsync(ItemFilter filter, int skip, int limit, CurrentUser reader, CancellationToken cancellationToken) =>
    [
        .. (await filter.Of(Published(reader)).OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Id)
            .Skip(skip).Take(limit).Select(ItemRow.Projection).ToListAsync(cancellationToken)).Select(row => Hit.Plain(row, 0)),
    ];

    public async Task<int> CountAsync(NpgsqlTsQuery query, CurrentUser reader, CancellationToken cancellationToken) =>
        query is NpgsqlTsQueryEmpty ? 0 : await Published(reader).Holding(query).CountAsync(cancellationToken);

    /// <summary>Items whose title or summary holds some of the words, those that hold the most first.</summary>
    public async Task<IReadOnlyList<Hit>> FindLikeAsync(NpgsqlTsQuery anyOf, IReadOnlyCollection<Guid> without, int limit, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (anyOf is NpgsqlTsQueryEmpty)
        {
            return [];
        }

        var ranked = await Published(reader)
            .Where(item => EF.Property<NpgsqlTsVector>(item, ItemSearch.HeadColumn).Matches(anyOf) && !without.Contains(item.Id))
            .Select(item => new { item.Id, item.UpdatedAt, Rank = EF.Property<NpgsqlTsVector>(item, ItemSearch.HeadColumn).Rank(anyOf) })
            .OrderByDescending(hit => hit.Rank).ThenByDescending(hit => hit.UpdatedAt)
            .Take(limit)
            .ToListAsync(cancellationToken);
        return await ShowAsync([.. ranked.Select(hit => (hit.Id, hit.Rank))], anyOf, reader, cancellationToken);
    }

    private IQueryable<Item> Published(CurrentUser reader) => db.Items.AsNoTracking().VisibleTo(reader).Published();

    private async Task<IReadOnlyList<Hit>> ShowAsync(IReadOnlyList<(Guid Id, float Rank)> ranked, NpgsqlTsQuery query, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (ranked.Count == 0)
        {
            return [];
        }

        var ids = ranked.Select(hit => hit.Id).ToArray();
        var rows = await Published(reader).Where(item => ids.Contains(item.Id)).Select(ItemRow.Projection).ToDictionaryAsync(row => row.Id, cancellationToken);
        var shown = await excerpts.OfAsync([.. rows.Keys], query, cancellationToken);
        return
        [
            .. ranked.Where(hit => rows.ContainsKey(hit.Id)).Select(hit => shown.TryGetValue(hit.Id, out var excerpt)
                ? new Hit(rows[hit.Id], excerpt.TitleHtml, excerpt.Html, hit.Rank)
                : Hit.Plain(rows[hit.Id], hit.Rank)),
        ];
    }
}

/// <summary>An item that was found, with its title and where it matched as HTML.</summary>
internal sealed record Hit(ItemRow Row, string TitleHtml, string ExcerptHtml, float Rank)
{
    public static Hit Plain(ItemRow row, float rank) => new(row, Headline.ToHtml(row.Title), Headline.ToHtml(row.Summary), rank);
}
