using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reply;

/// <summary>Finds the ticket that an answer belongs to, and stops one whose writer has not seen what came in.</summary>
internal sealed class ReplyTarget(TicketsDbContext db, Merges merges, StaleReplyGuard guard)
{
    public async Task<Outcome<Ticket>> FindAsync(Guid ticketId, ReplyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        // An answer to a merged ticket belongs where the matter goes on.
        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } named
            || await merges.VisibleSurvivorOfAsync(named, user, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        return await guard.CheckAsync(ticket, request, user, cancellationToken) is { } stale ? stale : ticket;
    }
}
