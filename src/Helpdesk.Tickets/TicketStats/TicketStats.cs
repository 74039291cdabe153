using Helpdesk.Platform;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
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

internal sealed class TicketStatsHandler(TicketsDbContext db, ITicketReports reports, TimeProvider clock)
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
        var backlog = await reports.BacklogAsync(LocalDays.Today(now, user), cancellationToken);
        var lately = await reports.TotalAsync(now - Measured, now.AddMinutes(1), cancellationToken);
        return new TicketStatsView(
            Enum.GetValues<TicketStatus>().ToDictionary(Words.Of, status => groups.Where(group => group.Status == status).Sum(group => group.Count)),
            Enum.GetValues<TicketPriority>().ToDictionary(Words.Of, priority => groups.Where(group => group.Priority == priority).Sum(group => group.Count)),
            backlog.Unassigned,
            backlog.Late,
            backlog.CreatedToday,
            backlog.ResolvedToday,
            lately.FirstAnswer.MedianMinutes,
            lately.Resolution.MedianMinutes);
    }
}
