using Helpdesk.Platform;
using Helpdesk.Platform.Settings;
using Helpdesk.Platform.Work;
using Helpdesk.Tickets.ChangeStatus;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Care;

/// <summary>
/// What the house does by itself: reminds of unanswered questions, resolves what nobody answered, closes what stayed quiet, wakes
/// what slept until now. Several instances may care at once: each takes the tickets that no other holds.
/// </summary>
internal sealed class TicketCare(TicketsDbContext db, ISiteSettings settings, TicketPost post, StatusMails mails, TimeProvider clock) : IClockWork
{
    private const int AtOnce = 50;

    public static TimeSpan Pause => TimeSpan.FromMinutes(5);

    /// <summary>What is left over waits for the next look: nobody waits for it by the minute.</summary>
    public async Task<bool> DoNextAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        return false;
    }

    /// <summary>The number of tickets that something was done to.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var site = await settings.GetAsync(cancellationToken);
        var now = clock.Now();
        var done = 0;
        if (site.Value(CareSettings.ResolveAfterDays) is > 0 and var resolveAfter)
        {
            done += await EachAsync(
                $"""
                select * from tickets.tickets where status = 2 and status_since <= {now.AddDays(-resolveAfter)} and merged_into_id is null
                order by status_since limit {AtOnce} for update skip locked
                """,
                ticket => MoveAsync(ticket, TicketStatus.Resolved, now, cancellationToken),
                cancellationToken);
        }

        if (site.Value(CareSettings.RemindAfterDays) is > 0 and var remindAfter)
        {
            done += await EachAsync(
                $"""
                select * from tickets.tickets where status = 2 and status_since <= {now.AddDays(-remindAfter)} and reminded_at is null and merged_into_id is null
                order by status_since limit {AtOnce} for update skip locked
                """,
                ticket => RemindAsync(ticket, now, cancellationToken),
                cancellationToken);
        }

        if (site.Value(CareSettings.CloseAfterDays) is > 0 and var closeAfter)
        {
            var quiet = now.AddDays(-closeAfter);
            done += await EachAsync(
                $"""
                select * from tickets.tickets where status = 3 and status_since <= {quiet} and last_message_at <= {quiet} and merged_into_id is null
                order by status_since limit {AtOnce} for update skip locked
                """,
                ticket => MoveAsync(ticket, TicketStatus.Closed, now, cancellationToken),
                cancellationToken);
        }

        return done + await EachAsync(
            $"select * from tickets.tickets where snoozed_until <= {now} order by snoozed_until limit {AtOnce} for update skip locked",
            ticket =>
            {
                ticket.Wake(null, now);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private async Task<int> EachAsync(FormattableString which, Func<Ticket, Task> care, CancellationToken cancellationToken)
    {
        var done = 0;
        while (true)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            var tickets = await db.Tickets.FromSql(which).ToListAsync(cancellationToken);
            foreach (var ticket in tickets)
            {
                await care(ticket);
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            db.ChangeTracker.Clear();
            done += tickets.Count;
            if (tickets.Count < AtOnce)
            {
                return done;
            }
        }
    }

    private async Task MoveAsync(Ticket ticket, TicketStatus to, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ticket.MoveByRule(to, now);
        await mails.WriteAsync(ticket, null, cancellationToken);
    }

    private async Task RemindAsync(Ticket ticket, DateTimeOffset now, CancellationToken cancellationToken)
    {
        ticket.Remind(now);
        await post.TellAsync(new TicketTidings(TicketNews.Reminded, ReminderMail.Kind, null), ticket, [ticket.RequesterId], cancellationToken);
    }
}
