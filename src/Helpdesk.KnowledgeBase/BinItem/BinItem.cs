using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;

namespace Helpdesk.KnowledgeBase.BinItem;

/// <summary>Puts an item into the bin. It is there for nobody then, and gone after a while.</summary>
internal sealed class DeleteItemHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is { } item)
        {
            item.Delete(user.Id, clock.Now());
            audit.Add(db, "item.deleted", ItemSubject.Of(item.Id));
            await db.SaveChangesAsync(cancellationToken);
        }

        return found;
    }
}

/// <summary>Takes an item out of the bin again, as a draft.</summary>
internal sealed class RecoverItemHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.InBinAsync(id, version, user, cancellationToken);
        if (found.Value is { } item)
        {
            item.TakeOutOfBin(clock.Now());
            audit.Add(db, "item.recovered", ItemSubject.Of(item.Id));
            await db.SaveChangesAsync(cancellationToken);
        }

        return found;
    }
}
