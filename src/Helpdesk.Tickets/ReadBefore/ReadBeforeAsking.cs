using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ReadBefore;

/// <summary>What somebody read and looked for before they filed a ticket.</summary>
internal sealed class ReadBeforeAsking(TicketsDbContext db, IKnowledgeBaseItems items, ITicketsAfterSearches searches)
{
    /// <summary>Keeps the items beside the ticket, to be saved with it; those that the writer cannot see are left out.</summary>
    public async Task AddAsync(Ticket ticket, IReadOnlyList<Guid> itemIds, CurrentUser writer, CancellationToken cancellationToken)
    {
        var read = await items.FindAsync([.. itemIds.Distinct()], writer, cancellationToken);
        db.AddRange(read.Select(item => new ItemRead { TicketId = ticket.Id, ItemId = item.Id }));
    }

    /// <summary>Lets the knowledge base know which searches did not help. Called after the ticket is saved: it loses nothing that matters.</summary>
    public Task TellAsync(Ticket ticket, CurrentUser writer, CancellationToken cancellationToken) =>
        searches.NoteAsync(writer.Id, ticket.Id, ticket.Number, cancellationToken);

    /// <summary>For the team.</summary>
    public async Task<IReadOnlyList<ItemCard>> OfAsync(Guid ticketId, CurrentUser reader, CancellationToken cancellationToken) =>
        await items.FindAsync(
            await db.ItemsRead.AsNoTracking().Where(read => read.TicketId == ticketId).Select(read => read.ItemId).ToListAsync(cancellationToken), reader, cancellationToken);
}
