using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>Works long runs off, ticket by ticket: each is changed and ticked off in one transaction, so that a crash repeats nothing.</summary>
internal sealed class WorkMany(TicketsDbContext db, ManyStep step, IUserDirectory people, TimeProvider clock, ILogger<WorkMany> logger) : IClockWork
{
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var item = await db.BulkItems
            .FromSql(
                $"""
                select * from tickets.bulk_items
                where result = 0 and run_id = (
                    select id from tickets.bulk_runs r
                    where done_at is null and exists (select 1 from tickets.bulk_items i where i.run_id = r.id and i.result = 0)
                    order by created_at limit 1)
                limit 1 for update skip locked
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
        var done = await TryAsync(run, item.TicketId, cancellationToken);
        if (done.Result == BulkResult.Refused)
        {
            await transaction.RollbackToSavepointAsync("before", cancellationToken);
        }

        done.Write(item);
        db.Update(item);
        await db.SaveChangesAsync(cancellationToken);
        await FinishAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return true;
    }

    /// <summary>One ticket that breaks must not hold up those behind it, for ever. What the database could not do this time is done the next time.</summary>
    private async Task<ManyItem> TryAsync(BulkRun run, Guid ticketId, CancellationToken cancellationToken)
    {
        try
        {
            return await ActAsync(run, ticketId, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !exception.IsTransient())
        {
            logger.LogError(exception, "Ticket {Ticket} of the run {Run} could not be changed", ticketId, run.Id);
            db.ChangeTracker.Clear();
            return new ManyItem(ticketId, null, BulkResult.Refused, "Something broke on our side. Change this ticket for itself.", null, null);
        }
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
