using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.SuggestItems;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ForTickets;

internal sealed class KnowledgeBaseItems(KnowledgeBaseDbContext db, AnswerFinder answers, TimeProvider clock) : IKnowledgeBaseItems
{
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

    public async Task<IReadOnlyList<ItemCard>> AboutAsync(string words, int limit, CancellationToken cancellationToken) =>
    [
        // As a stranger reads: what is offered for an answer must be open to whoever gets it.
        .. (await answers.FindAsync(words, limit, CurrentUser.Nobody, cancellationToken))
            .Select(hit => new ItemCard(hit.Row.Id, hit.Row.Title, hit.Row.Slug, hit.Row.Summary, hit.Row.Category ?? "", hit.Row.UpdatedAt)),
    ];

    public Task<ReadableItem?> TextAsync(Guid itemId, CancellationToken cancellationToken) => Open()
        .Where(item => item.Id == itemId)
        .Select(item => new ReadableItem(item.Id, item.Title, item.Slug, item.Body))
        .SingleOrDefaultAsync(cancellationToken);

    private IQueryable<Item> Listed(CurrentUser reader) => db.Items.VisibleTo(reader).Published();

    private IQueryable<Item> Open() => db.Items.ForEveryone().Published();

    private static IQueryable<ItemCard> Cards(IQueryable<Item> items) =>
        items.Select(item => new ItemCard(item.Id, item.Title, item.Slug, item.Summary, item.Category!.Name ?? "", item.UpdatedAt));
}
