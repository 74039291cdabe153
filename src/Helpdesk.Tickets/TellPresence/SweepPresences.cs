using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Sweeps away those of whom nothing was heard for half a minute; the table tells the open pages that they are gone.</summary>
internal sealed class SweepPresences(TicketsDbContext db, TimeProvider clock) : IClockWork
{
    public static TimeSpan Pause => TimeSpan.FromSeconds(5);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        var ended = clock.GetUtcNow() - Presence.Holds;
        await db.Presences.Where(presence => presence.SeenAt <= ended).ExecuteDeleteAsync(cancellationToken);
        return false;
    }
}
