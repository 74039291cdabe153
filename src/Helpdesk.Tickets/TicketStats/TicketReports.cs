using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TicketStats;

internal sealed class TicketReports(TicketsDbContext db, TimeProvider clock) : ITicketReports
{
    public async Task<TicketBacklog> BacklogAsync(CancellationToken cancellationToken)
    {
        var today = new DateTimeOffset(clock.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero);
        var groups = await db.Tickets.AsNoTracking()
            .Where(ticket => ticket.Status <= TicketStatus.WaitingOnEmployee)
            .GroupBy(ticket => new { ticket.Status, IsAssigned = ticket.AssigneeId != null })
            .Select(group => new { group.Key.Status, group.Key.IsAssigned, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return new TicketBacklog(
            groups.Where(group => !group.IsAssigned).Sum(group => group.Count),
            groups.Sum(group => group.Count),
            groups.Where(group => group.Status == TicketStatus.WaitingOnEmployee).Sum(group => group.Count),
            await db.Tickets.CountAsync(ticket => ticket.ResolvedAt >= today, cancellationToken));
    }
}
