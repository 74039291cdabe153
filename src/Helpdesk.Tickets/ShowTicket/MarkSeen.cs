using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>Remembers until when a person has read a conversation, no further than it goes.</summary>
internal sealed class MarkSeenHandler(TicketsDbContext db)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ticketId, DateTimeOffset until, CurrentUser reader, CancellationToken cancellationToken)
    {
        var written = await db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.sightings as seen (user_id, ticket_id, seen_at)
            select {reader.Id}, id, least({until}, last_message_at) from tickets.tickets
            where id = {ticketId} and ({reader.IsStaff} or requester_id = {reader.Id} or participant_ids @> array[{reader.Id}])
            on conflict (user_id, ticket_id) do update set seen_at = greatest(seen.seen_at, excluded.seen_at)
            """,
            cancellationToken);
        return written == 0 ? new Refusal.NotFound() : Done.It;
    }
}
