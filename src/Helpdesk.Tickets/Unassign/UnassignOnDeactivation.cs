using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Unassign;

/// <summary>Gives the open tickets of somebody who may no longer work back to everybody. May run any number of times.</summary>
internal sealed class UnassignOnDeactivation(TicketsDbContext db, TimeProvider clock) : IOnUserDeactivated
{
    private const int AtOnce = 200;

    public async Task HandleAsync(Guid userId, CancellationToken cancellationToken)
    {
        while (true)
        {
            var left = await db.AgainWhenStaleAsync(() => SomeAsync(userId, cancellationToken), cancellationToken);
            if (left.Refusal is not null || left.Value < AtOnce)
            {
                return;
            }
        }
    }

    private async Task<Outcome<int>> SomeAsync(Guid userId, CancellationToken cancellationToken)
    {
        var tickets = await db.Tickets
            .Where(ticket => ticket.AssigneeId == userId && ticket.Status <= TicketStatus.WaitingOnEmployee)
            .OrderBy(ticket => ticket.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
        var now = clock.Now();
        foreach (var ticket in tickets)
        {
            ticket.Assign(null, actorId: null, now);
        }

        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
        return tickets.Count;
    }
}
