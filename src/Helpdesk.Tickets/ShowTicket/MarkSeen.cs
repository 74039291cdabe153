using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>Remembers until when a person has read a conversation; pages do this, an API client does not read.</summary>
internal sealed class MarkSeenHandler(TicketsDbContext db)
{
    public async Task HandleAsync(Guid ticketId, DateTimeOffset lastMessageAt, CurrentUser reader, CancellationToken cancellationToken) =>
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.sightings (user_id, ticket_id, seen_at) values ({reader.Id}, {ticketId}, {lastMessageAt})
            on conflict (user_id, ticket_id) do update set seen_at = excluded.seen_at where sightings.seen_at < excluded.seen_at
            """,
            cancellationToken);
}
