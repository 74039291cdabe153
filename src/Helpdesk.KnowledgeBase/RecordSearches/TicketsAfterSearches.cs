using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.KnowledgeBase.RecordSearches;

internal sealed class TicketsAfterSearches(KnowledgeBaseDbContext db, TimeProvider clock) : ITicketsAfterSearches
{
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(30);

    public async Task NoteAsync(Guid readerId, Guid ticketId, int ticketNumber, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - Soon;
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into kb.tickets_after_searches (search_id, ticket_id, ticket_number)
            select id, {ticketId}, {ticketNumber} from kb.searches where reader_id = {readerId} and asked_at > {since}
            on conflict do nothing
            """,
            cancellationToken);
    }
}
