using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.ArchiveItem;

internal sealed record ArchiveItemRequest
{
    /// <summary>What to read instead: a published item's id, slug or address; null for nothing.</summary>
    public string? ReplacedBy { get; init; }
}

/// <summary>Takes an item out of lists and searches; who has its address reads it and is told that it is out of date.</summary>
internal sealed class ArchiveItemHandler(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Item>> HandleAsync(Guid id, ArchiveItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(id, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Item>> TryAsync(Guid id, ArchiveItemRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        var found = await db.ToChangeAsync(id, version, user, cancellationToken);
        if (found.Value is not { } item)
        {
            return found;
        }

        if (item.Status == ItemStatus.Draft)
        {
            return new Refusal.Conflict("Readers do not see a draft. Delete it, or leave it.");
        }

        Guid? replacedBy = null;
        if (request.ReplacedBy?.Trim() is { Length: > 0 } wanted)
        {
            replacedBy = await FindAsync(wanted, cancellationToken);
            if (replacedBy is null || replacedBy == id)
            {
                return new Refusal.Invalid(nameof(request.ReplacedBy), "Enter the address of another published article.");
            }
        }

        item.Archive(replacedBy, clock.Now());
        audit.Add(db, "item.archived", ItemSubject.Of(item.Id), new { replacedBy });
        await db.SaveChangesAsync(cancellationToken);
        return item;
    }

    private async Task<Guid?> FindAsync(string wanted, CancellationToken cancellationToken)
    {
        var published = db.Items.Where(item => item.DeletedAt == null).Published();
        var slug = wanted.Split('#', '?')[0].TrimEnd('/').Split('/')[^1];
        return Guid.TryParse(wanted, out var id)
            ? await published.Where(item => item.Id == id).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken)
            : await published.Where(item => item.Slug == slug).Select(item => (Guid?)item.Id).SingleOrDefaultAsync(cancellationToken);
    }
}
