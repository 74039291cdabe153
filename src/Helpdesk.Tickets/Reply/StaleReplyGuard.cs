using Helpdesk.Auth.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reply;

/// <summary>Keeps two people from answering past each other.</summary>
internal sealed class StaleReplyGuard(TicketsDbContext db, IUserDirectory people)
{
    /// <summary>The refusal that names who wrote meanwhile, or null when the writer saw everything or sends all the same.</summary>
    public async Task<Refusal?> CheckAsync(Ticket ticket, ReplyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (request.LastSeenMessageId is not { } seen || request.SendAnyway)
        {
            return null;
        }

        var ticketId = ticket.Id;
        var newer = await db.Messages
            .Where(message => message.TicketId == ticketId && message.AuthorId != user.Id
                && message.CreatedAt > db.Messages.Where(last => last.Id == seen && last.TicketId == ticketId).Max(last => last.CreatedAt))
            .OrderByDescending(message => message.CreatedAt)
            .Select(message => (Guid?)message.AuthorId)
            .FirstOrDefaultAsync(cancellationToken);
        if (newer is not { } author)
        {
            return null;
        }

        var cards = await people.FindAsync([author], cancellationToken);
        var name = cards.TryGetValue(author, out var card) ? card.Name : Names.Somebody;
        return new Refusal.Stale($"{name} answered meanwhile. Read it, then choose.");
    }
}
