using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Helpdesk.Tickets.LinkTickets;

/// <summary>The ticket at the other end of a link.</summary>
internal sealed record LinkedTicket(Guid Id, int Number, string Subject, TicketStatus Status);

/// <summary>A link as it reads from one ticket. Employees never get one.</summary>
internal sealed record LinkView(Guid Id, string Kind, LinkedTicket Ticket);

internal static class LinkReading
{
    /// <summary>
    /// One changes links at a time: people who each add a part of a circle would not see each other's. Taken before any ticket
    /// is written, so that nobody waits for the other.
    /// </summary>
    public static async Task<IDbContextTransaction> LockLinksAsync(this TicketsDbContext db, CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.Database.ExecuteSqlAsync($"lock table tickets.ticket_links in share row exclusive mode", cancellationToken);
        return transaction;
    }

    /// <summary>In both directions, the oldest first.</summary>
    public static async Task<IReadOnlyList<LinkView>> LinksOfAsync(this TicketsDbContext db, Guid ticketId, CancellationToken cancellationToken)
    {
        var links = await db.Links.AsNoTracking()
            .Where(link => link.FromId == ticketId || link.ToId == ticketId)
            .Join(
                db.Tickets,
                link => link.FromId == ticketId ? link.ToId : link.FromId,
                other => other.Id,
                (link, other) => new { link.Id, link.Kind, link.MadeAt, link.ToId, Ticket = new LinkedTicket(other.Id, other.Number, other.Subject, other.Status) })
            .OrderBy(link => link.MadeAt).ThenBy(link => link.Id)
            .ToListAsync(cancellationToken);
        return [.. links.Select(link => new LinkView(link.Id, LinkWord.Of(link.Kind, link.ToId == ticketId).Word, link.Ticket))];
    }
}
