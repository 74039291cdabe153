using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.ShowTicket;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.MuteTicket;

/// <summary>A person wants no news of a ticket, on no way; what is meant for them alone, such as an assignment, still comes.</summary>
internal sealed class MuteTicketHandler(TicketsDbContext db, MarkSeenHandler seen)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == ticketId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        await db.Database.ExecuteSqlAsync(
            $"insert into tickets.mutes (user_id, ticket_id) values ({user.Id}, {ticketId}) on conflict do nothing", cancellationToken);
        await seen.ReadNewsAsync(ticketId, user, cancellationToken);
        return Done.It;
    }
}

/// <summary>The person wants to hear of it again.</summary>
internal sealed class UnmuteTicketHandler(TicketsDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == ticketId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        await db.Mutes.Where(mute => mute.UserId == user.Id && mute.TicketId == ticketId).ExecuteDeleteAsync(cancellationToken);
        return Done.It;
    }
}
