using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Take;

/// <summary>A member of the team makes an unassigned ticket their own. Of several who try at once, one gets it.</summary>
internal sealed class TakeHandler(TicketsDbContext db, IUserDirectory people, StatusMails mails, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can take a ticket.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (ticket.CheckMerged() is { } merged)
        {
            return merged;
        }

        if (ticket.AssigneeId is { } other && other != user.Id)
        {
            var cards = await people.FindAsync([other], cancellationToken);
            return new Refusal.Conflict($"{(cards.TryGetValue(other, out var card) ? card.Name : Names.Somebody)} took it already.");
        }

        if (ticket.Take(user, clock.Now()).Refusal is { } refused)
        {
            return refused;
        }

        await mails.WriteAsync(ticket, user.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
