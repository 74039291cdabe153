using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal sealed record SearchItemsRequest
{
    public string? Q { get; init; }

    public string? Category { get; init; }

    public string? Tag { get; init; }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }
}

internal sealed class SearchItemsHandler(KnowledgeBaseDbContext db, IUserDirectory people)
{
    private const int QueryLength = 200;

    public async Task<Outcome<CursorPage<FoundItem>>> HandleAsync(SearchItemsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var limit = request.Limit ?? Cursor.DefaultLimit;
        if (limit is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid(nameof(request.Limit), $"The limit must be between 1 and {Cursor.MaximumLimit}.");
        }

        var position = request.Cursor is null ? new Position(0) : Cursor.Read<Position>(request.Cursor);
        if (position is null || position.Skip < 0)
        {
            return new Refusal.Invalid(nameof(request.Cursor), "This cursor does not come from here. Begin without one.");
        }

        var words = (request.Q ?? "").Trim();
        if (words.Length > QueryLength)
        {
            return new Refusal.Invalid(nameof(request.Q), $"The search can have up to {QueryLength} characters. It has {words.Length}.");
        }

        var rows = await Matching(words, request, user)
            .Skip(position.Skip).Take(limit + 1)
            .ToListAsync(cancellationToken);
        var authors = await people.FindAsync([.. rows.Select(row => row.Item.AuthorId).Distinct()], cancellationToken);
        var found = rows.Take(limit)
            .Select(row => new FoundItem(ItemDetail.Of(row.Item, authors.GetValueOrDefault(row.Item.AuthorId), ""), Excerpt.Mark(row.Excerpt), row.Rank))
            .ToList();
        return new CursorPage<FoundItem>(found, rows.Count > limit ? Cursor.Write(new Position(position.Skip + limit)) : null);
    }

    private IQueryable<Row> Matching(string words, SearchItemsRequest request, CurrentUser user)
    {
        var items = db.Items.AsNoTracking().Include(item => item.Category).VisibleTo(user).Published();
        if (!string.IsNullOrEmpty(request.Category))
        {
            items = items.Where(item => item.Category!.Name == request.Category);
        }

        if (!string.IsNullOrEmpty(request.Tag))
        {
            items = items.Where(item => item.Tags.Contains(request.Tag));
        }

        if (words.Length == 0)
        {
            return items.OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Id).Select(item => new Row(item, item.Summary, 0));
        }

        return items
            .Select(item => new
            {
                Item = item,
                Vector = EF.Property<NpgsqlTsVector>(item, ItemSearch.Column),
                Query = EF.Functions.WebSearchToTsQuery(ItemSearch.Configuration, words),
            })
            .Where(row => row.Vector.Matches(row.Query))
            .OrderByDescending(row => row.Vector.RankCoverDensity(row.Query)).ThenBy(row => row.Item.Id)
            .Select(row => new Row(
                row.Item,
                row.Query.GetResultHeadline(ItemSearch.Configuration, row.Item.Summary + " " + row.Item.Body, Excerpt.Options),
                row.Vector.RankCoverDensity(row.Query)));
    }

    private sealed record Position(int Skip);

    private sealed record Row(Item Item, string Excerpt, float Rank);
}

/// <summary>A hit: the item, where it matched (HTML with marks), and how well.</summary>
internal sealed record FoundItem : ItemView
{
    public FoundItem(ItemView item, string excerptHtml, float rank)
        : base(item)
    {
        ExcerptHtml = excerptHtml;
        Rank = rank;
    }

    public string ExcerptHtml { get; }

    public float Rank { get; }
}
