using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.PublishItem;

/// <summary>What one weighs before an item is published or taken back: what it lacks, and how often it is read.</summary>
internal sealed record Readiness(
    Guid Id, string Title, string Slug, ItemStatus Status, Visibility Visibility, DateTimeOffset? PublishAt, IReadOnlyList<Check> Checks, int ViewsOfMonth)
{
    internal bool IsReady => Checks.All(check => check.IsMet);
}

internal sealed class ShowReadinessHandler(KnowledgeBaseDbContext db, Checklist checklist, TimeProvider clock)
{
    public async Task<Outcome<Readiness>> HandleAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version: null, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found.Refusal!;
        }

        var since = RecentViews.Since(clock);
        var views = await db.DaysOfViews.Where(day => day.ItemId == id && day.Day >= since).SumAsync(day => day.Count, cancellationToken);
        return new Readiness(
            item.Id, item.Title, item.Slug, item.Status, item.Visibility, item.PublishAt, await checklist.OfAsync(item, cancellationToken), views);
    }
}
