using Helpdesk.Platform;
using Helpdesk.Platform.Notifications;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mails;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>Remembers until when a person has read a conversation, no further than it goes; its news count as read.</summary>
internal sealed class MarkSeenHandler(TicketsDbContext db, TimeProvider clock)
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
        if (written == 0)
        {
            return new Refusal.NotFound();
        }

        await ReadNewsAsync(ticketId, reader, cancellationToken);
        return Done.It;
    }

    /// <summary>How many news of the ticket were unread until now; one who has none costs no statement.</summary>
    public async Task<int> ReadNewsAsync(Guid ticketId, CurrentUser reader, CancellationToken cancellationToken)
    {
        if (reader.UnreadNews == 0)
        {
            return 0;
        }

        var now = clock.GetUtcNow();
        return await db.Set<Notification>()
            .Where(news => news.UserId == reader.Id && news.SubjectKind == TicketNews.Subject && news.SubjectId == ticketId && news.ReadAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(news => news.ReadAt, now), cancellationToken);
    }
}
