using System.Text.RegularExpressions;
using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.ForTickets;

internal sealed partial class KnowledgeBaseItems(KnowledgeBaseDbContext db) : IKnowledgeBaseItems
{
    private const int WordsAsked = 20;

    public async Task<IReadOnlyList<ItemCard>> RecentAsync(CurrentUser reader, int limit, CancellationToken cancellationToken) =>
        await Cards(db.Items.VisibleTo(reader).Published().OrderByDescending(item => item.UpdatedAt).ThenBy(item => item.Id).Take(limit))
            .ToListAsync(cancellationToken);

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
                    Query = EF.Functions.WebSearchToTsQuery(ItemSearch.Configuration, any),
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

    private IQueryable<Item> Open() => db.Items.ForEveryone().Published();

    private static IQueryable<ItemCard> Cards(IQueryable<Item> items) =>
        items.Select(item => new ItemCard(item.Id, item.Title, item.Slug, item.Summary, item.Category!.Name ?? "", item.UpdatedAt));

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]{2,}")]
    private static partial Regex Word();
}
