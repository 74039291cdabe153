using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.PublishItem;

/// <summary>Publishes the items whose time has come, each once whichever instance sees it. One that lost its content meanwhile stays a draft.</summary>
internal sealed class PublishScheduled(KnowledgeBaseDbContext db, AuditLog audit, TimeProvider clock) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromSeconds(5);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var item = await db.Items
            .FromSql(
                $"""
                select * from kb.items where publish_at <= {now} and deleted_at is null
                order by publish_at limit 1 for update skip locked
                """)
            .SingleOrDefaultAsync(cancellationToken);
        if (item is null)
        {
            return false;
        }

        if (item.CheckContent() is null)
        {
            item.Publish(now);
            audit.Add(db, "item.published", ItemSubject.Of(item.Id), new { item.Visibility, scheduled = true });
        }
        else
        {
            item.Unpublish(now);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }
}
