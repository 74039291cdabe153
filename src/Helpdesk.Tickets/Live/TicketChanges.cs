using System.Globalization;
using System.Text.Json.Serialization;
using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.TellPresence;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Live;

/// <summary>A ticket that changed: its id, the microsecond as in the stream of events, and whether the reader did it.</summary>
internal sealed record ChangedTicket(Guid Id, long At, bool Own);

/// <summary>What a page hears of when no stream reaches it: the same news, and what the team's pages count.</summary>
internal sealed record TicketChangesView(DateTimeOffset Next, int Unread, IReadOnlyList<ChangedTicket> Tickets)
{
    /// <summary>For the team alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public QueueCounts? Counts { get; init; }

    /// <summary>For the team alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PresentView>? Present { get; init; }
}

/// <summary>What has changed since a time, to those who may know of it. Cheap: pages without a stream ask every few seconds.</summary>
internal sealed class TicketChangesHandler(TicketsDbContext db, QueueSideReading side, TimeProvider clock)
{
    private const int Most = 100;

    /// <summary>What was saved a moment later may bear an earlier time; who asks again passes over what they know.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(5);

    public async Task<Outcome<TicketChangesView>> HandleAsync(string? since, CurrentUser user, CancellationToken cancellationToken)
    {
        var next = clock.GetUtcNow() - Overlap;
        IReadOnlyList<ChangedTicket> tickets = [];
        if (!string.IsNullOrEmpty(since))
        {
            if (!DateTimeOffset.TryParse(since, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var from))
            {
                return new Refusal.Invalid(nameof(since), "Give a time like 2027-03-01T14:00:00Z.");
            }

            tickets = await ChangedAsync(from, user, cancellationToken);
        }

        var beside = user.IsStaff ? await side.ReadAsync(user, cancellationToken) : null;
        return new TicketChangesView(next, user.UnreadNews, tickets) { Counts = beside?.Counts, Present = beside?.Present };
    }

    private async Task<List<ChangedTicket>> ChangedAsync(DateTimeOffset since, CurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Id;
        // Of the team's times an employee hears nothing, not even by who was the last.
        var changed = user.IsStaff
            ? db.Tickets.Where(ticket => ticket.TouchedAt > since).OrderByDescending(ticket => ticket.TouchedAt)
                .Select(ticket => new { ticket.Id, At = ticket.TouchedAt, Own = ticket.TouchedById == me })
            : db.Tickets.VisibleTo(user).Where(ticket => ticket.UpdatedAt > since).OrderByDescending(ticket => ticket.UpdatedAt)
                .Select(ticket => new { ticket.Id, At = ticket.UpdatedAt, Own = ticket.LastMessageAuthorId == me && ticket.LastMessageAt == ticket.UpdatedAt });
        var rows = await changed.Take(Most).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new ChangedTicket(row.Id, (row.At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond, row.Own))];
    }
}
