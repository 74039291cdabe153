using Helpdesk.Platform.Work;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reports;

/// <summary>Packs the facts of the days on which a ticket changed, the newest first. Until it has, those who read count these days themselves.</summary>
internal sealed class RecountDays(TicketsDbContext db, FactReading facts) : IClockWork
{
    private const int AtOnce = 20;

    public static TimeSpan Pause => TimeSpan.FromSeconds(15);

    public static TimeSpan Rest => TimeSpan.FromMilliseconds(50);

    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // One after the other: of two that count the same day, the slower would put back what it saw first. Marking goes on meanwhile.
        await db.Database.ExecuteSqlAsync($"lock table tickets.days_to_recount in share update exclusive mode", cancellationToken);
        var days = await db.DaysToRecount.Select(mark => mark.Day).Distinct().OrderDescending().Take(AtOnce).ToListAsync(cancellationToken);
        // First the marks, then the tickets: what changes between the two is marked anew.
        await db.DaysToRecount.Where(mark => days.Contains(mark.Day)).ExecuteDeleteAsync(cancellationToken);
        await db.DaysOfFacts.Where(stored => days.Contains(stored.Day)).ExecuteDeleteAsync(cancellationToken);
        foreach (var day in days)
        {
            db.DaysOfFacts.AddRange(await facts.CountAsync(day, cancellationToken));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return days.Count == AtOnce;
    }
}
