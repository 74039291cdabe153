using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Merge;

/// <summary>A ticket that points to another one.</summary>
internal sealed record MergedTicket(Guid Id, int Number, string Subject, Guid RequesterId, Guid MergedIntoId);

/// <summary>Follows the pointers of merged tickets, in both directions and over any number of steps.</summary>
internal sealed class Merges(TicketsDbContext db)
{
    // Longer chains are not made; a loop cannot be, but it must not hang anybody either.
    private const int Longest = 100;

    /// <summary>The ticket where everything about this one now happens: itself, unless it was merged.</summary>
    public async Task<Ticket> SurvivorOfAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        for (var step = 0; ticket.MergedIntoId is { } next && step < Longest; step++)
        {
            ticket = await db.Tickets.SingleAsync(found => found.Id == next, cancellationToken);
        }

        return ticket;
    }

    /// <summary>The survivor, when this person may know of it. Somebody who was taken off it meanwhile may not.</summary>
    public async Task<Ticket?> VisibleSurvivorOfAsync(Ticket ticket, CurrentUser user, CancellationToken cancellationToken)
    {
        var survivor = await SurvivorOfAsync(ticket, cancellationToken);
        return user.IsStaff || survivor.RequesterId == user.Id || survivor.ParticipantIds.Contains(user.Id) ? survivor : null;
    }

    /// <summary>A message that the ticket's page shows: its own, or one of a ticket that was merged into it.</summary>
    public async Task<Message?> MessageAsync(Guid ticketId, Guid messageId, CancellationToken cancellationToken)
    {
        var message = await db.Messages.SingleOrDefaultAsync(found => found.Id == messageId, cancellationToken);
        return message is not null && await ShowsAsync(ticketId, message.TicketId, cancellationToken) ? message : null;
    }

    /// <summary>The page of the one shows what was said on the other.</summary>
    public async Task<bool> ShowsAsync(Guid ticketId, Guid otherId, CancellationToken cancellationToken) =>
        ticketId == otherId || (await IntoAsync(ticketId, cancellationToken)).Any(merged => merged.Id == otherId);

    /// <summary>All tickets that were merged into this one, directly or over others, the oldest first.</summary>
    public Task<List<MergedTicket>> IntoAsync(Guid ticketId, CancellationToken cancellationToken) => db.Database
        .SqlQuery<MergedTicket>(
            $"""
            with recursive merged as (
                select id, number, subject, requester_id, merged_into_id, 1 as step from tickets.tickets where merged_into_id = {ticketId}
                union all
                select t.id, t.number, t.subject, t.requester_id, t.merged_into_id, merged.step + 1
                from tickets.tickets t join merged on t.merged_into_id = merged.id where merged.step < {Longest})
            select id as "Id", number as "Number", subject as "Subject", requester_id as "RequesterId", merged_into_id as "MergedIntoId"
            from merged order by number
            """)
        .ToListAsync(cancellationToken);
}
