using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TicketStats;

/// <summary>Figures over all tickets. "Today" is the reader's day; medians are over the last 90 days, null when there is nothing to measure.</summary>
internal sealed record TicketStatsView(
    IReadOnlyDictionary<string, int> ByStatus,
    IReadOnlyDictionary<string, int> ByPriority,
    int Unassigned,
    int Overdue,
    int CreatedToday,
    int ResolvedToday,
    double? MedianFirstResponseMinutes,
    double? MedianResolutionMinutes);

internal sealed class TicketStatsHandler(TicketsDbContext db, TimeProvider clock)
{
    private static readonly TimeSpan Measured = TimeSpan.FromDays(90);

    public async Task<Outcome<TicketStatsView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can see these figures.");
        }

        var now = clock.GetUtcNow();
        var groups = await db.Tickets
            .GroupBy(ticket => new { ticket.Status, ticket.Priority })
            .Select(group => new { group.Key.Status, group.Key.Priority, Count = group.Count() })
            .ToListAsync(cancellationToken);
        var figures = await FiguresAsync(now, FilterTime.Today(now, user), cancellationToken);
        return new TicketStatsView(
            Enum.GetValues<TicketStatus>().ToDictionary(Words.Of, status => groups.Where(group => group.Status == status).Sum(group => group.Count)),
            Enum.GetValues<TicketPriority>().ToDictionary(Words.Of, priority => groups.Where(group => group.Priority == priority).Sum(group => group.Count)),
            figures.Unassigned,
            figures.Overdue,
            figures.CreatedToday,
            figures.ResolvedToday,
            figures.FirstResponse,
            figures.Resolution);
    }

    private async Task<Figures> FiguresAsync(DateTimeOffset now, DateTimeOffset today, CancellationToken cancellationToken)
    {
        var since = now - Measured;
        return await db.Database.SqlQuery<Figures>(
            $"""
            select
                (select count(*) from tickets.tickets where status <= 2 and assignee_id is null)::int as "Unassigned",
                (select count(*) from tickets.tickets
                    where status <= 2 and ((first_responded_at is null and first_response_due_at < {now}) or resolution_due_at < {now}))::int as "Overdue",
                (select count(*) from tickets.tickets where created_at >= {today})::int as "CreatedToday",
                (select count(*) from tickets.tickets where resolved_at >= {today})::int as "ResolvedToday",
                (select percentile_cont(0.5) within group (order by extract(epoch from first_responded_at - created_at) / 60.0)
                    from tickets.tickets where created_at >= {since} and first_responded_at is not null)::float8 as "FirstResponse",
                (select percentile_cont(0.5) within group (order by extract(epoch from resolved_at - created_at) / 60.0)
                    from tickets.tickets where resolved_at >= {since})::float8 as "Resolution"
            """).SingleAsync(cancellationToken);
    }

    private sealed record Figures(
        int Unassigned, int Overdue, int CreatedToday, int ResolvedToday, double? FirstResponse, double? Resolution);
}
