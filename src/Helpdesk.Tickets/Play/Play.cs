using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Play;

/// <summary>Finds the next ticket of a list that nobody else has open, for who works it off one by one.</summary>
internal sealed class PlayHandler(TicketsDbContext db, QueueReading reading, TicketViews views, TimeProvider clock)
{
    public const int MostSkipped = 200;

    /// <summary>Null when there is none left. Skipped are the numbers of those that one has seen already.</summary>
    public async Task<Outcome<NextTicket>> HandleAsync(QueueRequest request, IReadOnlyCollection<int> skipped, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can see the queue.");
        }

        if (skipped.Count > MostSkipped)
        {
            return new Refusal.Invalid("Skip", $"Skip up to {MostSkipped} tickets.");
        }

        var read = await reading.ReadAsync(request, user, cancellationToken);
        if (read.Value is not { } query)
        {
            return read.Refusal!;
        }

        var since = clock.GetUtcNow() - Presence.Holds;
        var busy = await db.Presences.Where(presence => presence.SeenAt > since && presence.UserId != user.Id)
            .Select(presence => presence.TicketId).Distinct().ToListAsync(cancellationToken);
        var free = query.Tickets.Where(ticket => !skipped.Contains(ticket.Number) && !busy.Contains(ticket.Id));
        var page = await query.Order.PageAsync(free, null, 1, cancellationToken);
        return page.Value is { } rows
            ? new NextTicket(await views.OfAsync(rows.Items, user, cancellationToken) is [var first] ? first : null)
            : page.Refusal!;
    }
}

/// <summary>The next ticket, or null when none is left.</summary>
internal sealed record NextTicket(TicketView? Ticket);
