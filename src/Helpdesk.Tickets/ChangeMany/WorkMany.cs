using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>Works long runs off, ticket by ticket: each is changed and ticked off in one transaction, so that a crash repeats nothing.</summary>
internal sealed class WorkMany(TicketsDbContext db, ManyStep step, IUserDirectory people, TimeProvider clock) : IClockWork
{
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var item = await db.BulkItems
            .FromSql(
                $"""
                select i.* from tickets.bulk_items i join tickets.bulk_runs r on r.id = i.run_id
                where r.done_at is null and i.result = 0
                order by r.created_at, i.ticket_id limit 1 for update of i skip locked
                """)
            .AsNoTracking()
            .SingleOrDefaultAsync(cancellationToken);
        if (item is null)
        {
            await FinishAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return false;
        }

        await transaction.CreateSavepointAsync("before", cancellationToken);
        var run = await db.BulkRuns.AsNoTracking().SingleAsync(found => found.Id == item.RunId, cancellationToken);
        var done = await ActAsync(run, item.TicketId, cancellationToken);
        if (done.Result == BulkResult.Refused)
        {
            await transaction.RollbackToSavepointAsync("before", cancellationToken);
        }

        done.Write(item);
        db.Update(item);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    private async Task<ManyItem> ActAsync(BulkRun run, Guid ticketId, CancellationToken cancellationToken)
    {
        if (!(await people.FindAsync([run.UserId], cancellationToken)).TryGetValue(run.UserId, out var card) || !card.IsActive)
        {
            return new ManyItem(ticketId, null, BulkResult.Refused, "Your account may not be used any more.", null, null);
        }

        if (run.UndoesId is not { } undone)
        {
            return await step.ChangeAsync(ticketId, BulkChange.Read(run.Change), card.Acting(), cancellationToken);
        }

        var was = await db.BulkItems.AsNoTracking().SingleAsync(item => item.RunId == undone && item.TicketId == ticketId, cancellationToken);
        return await step.UndoAsync(was, card.Acting(), cancellationToken);
    }

    /// <summary>A run of which another instance still holds a ticket is finished by that one.</summary>
    private Task<int> FinishAsync(CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
        update tickets.bulk_runs r set done_at = {clock.Now()},
            changed = (select count(*) from tickets.bulk_items i where i.run_id = r.id and i.result = 1),
            refused = (select count(*) from tickets.bulk_items i where i.run_id = r.id and i.result = 3)
        where done_at is null and not exists (select 1 from tickets.bulk_items i where i.run_id = r.id and i.result = 0)
        """,
        cancellationToken);
}
