using System.Text.RegularExpressions;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.ForTickets;

internal sealed partial class KnowledgeBaseItems(KnowledgeBaseDbContext db, TimeProvider clock) : IKnowledgeBaseItems
{
    private const int WordsAsked = 20;
    private const int DaysOfPopularity = 30;

    public async Task<IReadOnlyList<ItemCard>> RecentAsync(CurrentUser reader, int limit, CancellationToken cancellationToken) =>
        await Cards(Listed(reader).OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Id).Take(limit)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ItemCard>> PopularAsync(CurrentUser reader, int limit, CancellationToken cancellationToken)
    {
        var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-DaysOfPopularity);
        var views = db.DaysOfViews.Where(day => day.Day >= since).GroupBy(day => day.ItemId).Select(days => new { ItemId = days.Key, Count = days.Sum(day => day.Count) });
        return await Cards(Listed(reader)
            .Join(views, item => item.Id, view => view.ItemId, (item, view) => new { item, view.Count })
            .OrderByDescending(read => read.Count).ThenBy(read => read.item.Id)
            .Select(read => read.item)
            .Take(limit)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<ItemCard>> FindAsync(IReadOnlyCollection<Guid> ids, CurrentUser reader, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await Cards(db.Items.VisibleTo(reader).Where(item => ids.Contains(item.Id)).OrderBy(item => item.Title)).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<ItemCard>> AboutAsync(string words, int limit, CancellationToken cancellationToken)
    {
        var asked = Word().Matches(words).Select(word => word.Value).Distinct(StringComparer.OrdinalIgnoreCase).Take(WordsAsked).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        // One may be in the middle of a word, and of a title.
        var (any, within) = (string.Join(" or ", asked), $"%{string.Join('%', asked)}%");
        return await Cards(Open()
                .Select(item => new
                {
                    Item = item,
                    Vector = EF.Property<NpgsqlTsVector>(item, ItemSearch.Column),
                    Query = EF.Functions.WebSearchToTsQuery(WordLanguage.Configuration, any),
                    IsInTitle = EF.Functions.ILike(item.Title, within),
                })
                .Where(row => row.IsInTitle || row.Vector.Matches(row.Query))
                .OrderByDescending(row => row.IsInTitle).ThenByDescending(row => row.Vector.Rank(row.Query)).ThenBy(row => row.Item.Id)
                .Select(row => row.Item)
                .Take(limit))
            .ToListAsync(cancellationToken);
    }

    public Task<ReadableItem?> TextAsync(Guid itemId, CancellationToken cancellationToken) => Open()
        .Where(item => item.Id == itemId)
        .Select(item => new ReadableItem(item.Id, item.Title, item.Slug, item.Body))
        .SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Item> Listed(CurrentUser reader) => db.Items.VisibleTo(reader).Published();

    private IQueryable<Item> Open() => db.Items.ForEveryone().Published();

    private static IQueryable<ItemCard> Cards(IQueryable<Item> items) =>
        items.Select(item => new ItemCard(item.Id, item.Title, item.Slug, item.Summary, item.Category!.Name ?? "", item.UpdatedAt));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]{2,}")]
    private static partial Regex Word();
}
