using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;

namespace Helpdesk.KnowledgeBase.PublishItem;

internal sealed record PublishItemRequest
{
    /// <summary>When it is to be published by itself; null for now.</summary>
    public DateTimeOffset? At { get; init; }
}

/// <summary>Makes an item readable, now or at a time. An archived one is in force again.</summary>
internal sealed class PublishItemHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public Task<Outcome<Item>> HandleAsync(Guid id, PublishItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, PublishItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found;
        }

        var now = clock.Now();
        if (item.CheckContent() is { } refused)
        {
            return refused;
        }

        if (request.At is { } at)
        {
            if (at <= now || at > now + Longest)
            {
                return new Refusal.Invalid(nameof(request.At), at <= now ? "Choose a time that is still to come." : "Choose a time within a year.");
            }

            if (item.Status == ItemStatus.Published)
            {
                return new Refusal.Conflict("It is published already.");
            }

            item.Schedule(at, now);
            audit.Add(db, "item.scheduled", ItemSubject.Of(item.Id), new { at });
        }
        else if (item.Status != ItemStatus.Published)
        {
            item.Publish(now);
            audit.Add(db, "item.published", ItemSubject.Of(item.Id), new { item.Visibility });
        }

        await db.SaveChangesAsync(cancellationToken);
        return item;
    }
}

/// <summary>Makes an item a draft again; one that waits for its time waits no longer, and stays what it is.</summary>
internal sealed class UnpublishItemHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found;
        }

        if (item.Status != ItemStatus.Draft || item.PublishAt is not null)
        {
            if (item.PublishAt is not null)
            {
                item.TakeTimeOff(clock.Now());
            }
            else
            {
                item.Unpublish(clock.Now());
            }

            audit.Add(db, "item.unpublished", ItemSubject.Of(item.Id));
            await db.SaveChangesAsync(cancellationToken);
        }

        return item;
    }
}
