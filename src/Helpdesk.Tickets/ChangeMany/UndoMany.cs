using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>Takes a run back, field by field; a long one in the background, as it was done. What a macro said stays said.</summary>
internal sealed class UndoManyHandler(TicketsDbContext db, ChangeManyHandler many, ManyStep step)
{
    public async Task<Outcome<ManyView>> HandleAsync(Guid runId, CurrentUser user, CancellationToken cancellationToken)
    {
        var run = await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == runId && found.UserId == user.Id, cancellationToken);
        if (run is null || !user.IsStaff)
        {
            return new Refusal.NotFound();
        }

        if (run.DoneAt is null)
        {
            return new Refusal.Conflict("It still goes on. Wait until it is done.");
        }

        if (run.UndoesId is not null || await db.BulkRuns.AnyAsync(other => other.UndoesId == runId, cancellationToken))
        {
            return new Refusal.Conflict("This is taken back already.");
        }

        var changed = await db.BulkItems.AsNoTracking().Where(item => item.RunId == runId && item.Result == BulkResult.Changed)
            .ToDictionaryAsync(item => item.TicketId, cancellationToken);
        return changed.Count switch
        {
            0 => new Refusal.Conflict("Nothing was changed."),
            > ChangeManyHandler.Most => await many.BeginAsync([.. changed.Keys], new BulkChange(), runId, user, cancellationToken),
            _ => await many.RunAsync([.. changed.Keys], id => step.UndoAsync(changed[id], user, cancellationToken), runId, user, cancellationToken),
        };
    }
}
