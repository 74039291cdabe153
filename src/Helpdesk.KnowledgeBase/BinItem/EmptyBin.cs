using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Pictures;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.BinItem;

/// <summary>Removes for good what has lain in the bin long enough, with its versions and files, each item once whichever instance sees it.</summary>
internal sealed class EmptyBin(KnowledgeBaseDbContext db, FileShelf files, AuditLog audit, TimeProvider clock) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromMinutes(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var ended = clock.Now() - Item.KeptInBin;
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var item = await db.Items
            .FromSql($"select * from kb.items where deleted_at <= {ended} order by deleted_at limit 1 for update skip locked")
            .SingleOrDefaultAsync(cancellationToken);
        if (item is null)
        {
            return false;
        }

        await files.ReleaseAsync(db, new FileOwner(ItemFiles.Owner, item.Id), atOnce: false, cancellationToken);
        db.Remove(item);
        audit.Add(db, "item.purged", ItemSubject.Of(item.Id));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }
}
