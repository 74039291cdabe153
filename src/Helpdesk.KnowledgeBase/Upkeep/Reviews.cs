using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.ListItems;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.Upkeep;

/// <summary>Says that an item is still right; it is to be read again in half a year.</summary>
internal sealed class ConfirmItemHandler(KnowledgeBaseDbContext db, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is { } item)
        {
            var now = clock.Now();
            item.Confirm(LocalTimes.Today(user, now), now);
            await db.SaveChangesAsync(cancellationToken);
        }

        return found;
    }
}

/// <summary>An item that is read often.</summary>
internal sealed record ReadItem(Guid Id, string Title, string Slug, int ViewsOfMonth);

/// <summary>What waits for a curator, and what most people read.</summary>
internal sealed record UpkeepView(IReadOnlyList<ListedItem> Due, IReadOnlyList<ListedItem> Drafts, IReadOnlyList<ReadItem> MostRead);

internal sealed class ShowUpkeepHandler(KnowledgeBaseDbContext db, ListItemsHandler list, TimeProvider clock)
{
    private const int Most = 10;

    public async Task<Outcome<UpkeepView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var due = await list.HandleAsync(new ListItemsRequest { Due = true, Limit = Most }, user, cancellationToken);
        var drafts = await list.HandleAsync(new ListItemsRequest { Status = Words.Of(ItemStatus.Draft), Limit = Most }, user, cancellationToken);
        var since = RecentViews.Since(clock);
        var read = await db.DaysOfViews.Where(day => day.Day >= since)
            .GroupBy(day => day.ItemId)
            .Select(days => new { ItemId = days.Key, Count = days.Sum(day => day.Count) })
            .Join(db.Items.VisibleTo(user), views => views.ItemId, item => item.Id, (views, item) => new { item.Id, item.Title, item.Slug, views.Count })
            .OrderByDescending(row => row.Count).ThenBy(row => row.Id)
            .Take(Most)
            .Select(row => new ReadItem(row.Id, row.Title, row.Slug, row.Count))
            .ToListAsync(cancellationToken);
        return new UpkeepView(due.Value!.Items, drafts.Value!.Items, read);
    }
}
