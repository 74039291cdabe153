using System.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reports;

/// <summary>The facts of whole days of UTC: packed where they are still true, recounted where a ticket of the day changed since.</summary>
internal sealed class FactReading(TicketsDbContext db)
{
    public async Task<IReadOnlyList<DayOfFacts>> ReadAsync(DateTimeOffset begins, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        var (first, last) = (DateOnly.FromDateTime(begins.UtcDateTime), DateOnly.FromDateTime(ends.UtcDateTime));
        // One view of the database for all of it: a change and the mark of its day are seen together or not at all.
        await using var snapshot = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var changed = await db.DaysToRecount.Where(mark => mark.Day >= first && mark.Day <= last).Select(mark => mark.Day).Distinct().ToListAsync(cancellationToken);
        var days = await db.DaysOfFacts.AsNoTracking()
            .Where(facts => facts.Day >= first && facts.Day <= last && !changed.Contains(facts.Day))
            .ToListAsync(cancellationToken);
        foreach (var day in changed)
        {
            days.AddRange(await CountAsync(day, cancellationToken));
        }

        return days;
    }

    public async Task<IReadOnlyList<DayOfFacts>> CountAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var begins = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        var ends = begins.AddDays(1);
        var created = await db.Tickets.Where(ticket => ticket.CreatedAt >= begins && ticket.CreatedAt < ends)
            .Select(ticket => new TicketFact(
                ticket.CreatedAt, ticket.CreatedAt, ticket.FirstRespondedAt, ticket.CategoryId, ticket.TeamId, ticket.AssigneeId, ticket.Channel))
            .ToListAsync(cancellationToken);
        var resolved = await db.Tickets.Where(ticket => ticket.ResolvedAt >= begins && ticket.ResolvedAt < ends)
            .Select(ticket => new TicketFact(
                ticket.ResolvedAt!.Value, ticket.CreatedAt, ticket.ResolvedAt, ticket.CategoryId, ticket.TeamId, ticket.AssigneeId, ticket.Channel))
            .ToListAsync(cancellationToken);
        return [DayOfFacts.Of(day, FactKind.Created, created), DayOfFacts.Of(day, FactKind.Resolved, resolved)];
    }
}
