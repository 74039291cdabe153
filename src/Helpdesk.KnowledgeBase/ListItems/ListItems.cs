using Helpdesk.Auth.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ListItems;

internal sealed record ListItemsRequest
{
    /// <summary>Words of the item, or a part of its title.</summary>
    public string? Q { get; init; }

    /// <summary>draft, published or archived.</summary>
    public string? Status { get; init; }

    /// <summary>article, video or document.</summary>
    public string? Type { get; init; }

    /// <summary>Id or name, with what is under it; "none" for those without.</summary>
    public string? Category { get; init; }

    /// <summary>An id or "me".</summary>
    public string? Owner { get; init; }

    /// <summary>Those whose review-by date has come.</summary>
    public bool? Due { get; init; }

    /// <summary>What lies in the bin, instead of all else.</summary>
    public bool? Bin { get; init; }

    public int? Limit { get; init; }

    public string? Cursor { get; init; }
}

/// <summary>An item as the list of its keepers shows it.</summary>
internal sealed record ListedItem(
    Guid Id,
    ItemType Type,
    string Title,
    string Slug,
    string Category,
    IReadOnlyList<string> Tags,
    ItemStatus Status,
    Visibility Visibility,
    AuthorView Owner,
    DateOnly? ReviewBy,
    DateTimeOffset? ReviewedAt,
    DateTimeOffset? PublishAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? DeletedAt,
    int Helpful,
    int NotHelpful,
    int ViewsOfMonth,
    int Version)
{
    /// <summary>Of those who said it, how many it helped; for pages only.</summary>
    internal int? HelpfulPercent => Helpful + NotHelpful == 0 ? null : (int)Math.Round(100.0 * Helpful / (Helpful + NotHelpful));
}

/// <summary>All items for those who keep them, the last changed first.</summary>
internal sealed class ListItemsHandler(KnowledgeBaseDbContext db, ItemFilter filter, IUserDirectory people, TimeProvider clock)
{
    public async Task<Outcome<CursorPage<ListedItem>>> HandleAsync(ListItemsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return ItemFinding.TeamOnly;
        }

        var limit = request.Limit ?? Cursor.DefaultLimit;
        if (limit is < 1 or > Cursor.MaximumLimit)
        {
            return new Refusal.Invalid(nameof(request.Limit), $"The limit must be between 1 and {Cursor.MaximumLimit}.");
        }

        var filtered = await filter.ApplyAsync(request, user, cancellationToken);
        if (filtered.Value?.Query is not { } items)
        {
            return filtered.Refusal!;
        }

        if (!string.IsNullOrEmpty(request.Cursor))
        {
            if (Cursor.Read<Position>(request.Cursor) is not { } after)
            {
                return new Refusal.Invalid(nameof(request.Cursor), "This cursor does not come from here. Begin without one.");
            }

            items = items.Where(item => item.UpdatedAt < after.UpdatedAt || (item.UpdatedAt == after.UpdatedAt && item.Id.CompareTo(after.Id) < 0));
        }

        var since = RecentViews.Since(clock);
        var rows = await items.AsNoTracking()
            .OrderByDescending(item => item.UpdatedAt).ThenByDescending(item => item.Id)
            .Take(limit + 1)
            .Select(item => new
            {
                Item = item,
                Category = item.Category == null ? "" : item.Category.Name,
                Views = db.DaysOfViews.Where(day => day.ItemId == item.Id && day.Day >= since).Sum(day => day.Count),
            })
            .ToListAsync(cancellationToken);
        var shown = rows.Take(limit).ToList();
        var names = await people.FindAsync([.. shown.Select(row => row.Item.OwnerId).Distinct()], cancellationToken);
        var listed = shown.Select(row => Of(row.Item, row.Category, row.Views, names)).ToList();
        return new CursorPage<ListedItem>(
            listed, rows.Count > limit ? Cursor.Write(new Position(shown[^1].Item.UpdatedAt, shown[^1].Item.Id)) : null);
    }

    private static ListedItem Of(Item item, string category, int views, IReadOnlyDictionary<Guid, UserCard> names) => new(
        item.Id, item.Type, item.Title, item.Slug, category, item.Tags, item.Status, item.Visibility, names.Named(item.OwnerId), item.ReviewBy, item.ReviewedAt,
        item.PublishAt, item.UpdatedAt, item.DeletedAt, item.Helpful, item.NotHelpful, views, item.Version);

    private sealed record Position(DateTimeOffset UpdatedAt, Guid Id);
}
