using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>Forgets runs that were done long ago, with what their tickets were before.</summary>
internal sealed class SweepRuns(TicketsDbContext db, TimeProvider clock) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromHours(1);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        // Whoever takes one back at this very moment needs it to the end.
        var before = clock.GetUtcNow() - BulkRun.KeptFor;
        await db.BulkRuns
            .Where(run => run.DoneAt < before && !db.BulkRuns.Any(undo => undo.UndoesId == run.Id && undo.DoneAt == null))
            .ExecuteDeleteAsync(cancellationToken);
        return false;
    }
}
