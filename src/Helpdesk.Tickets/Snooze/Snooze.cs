using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Snooze;

internal sealed record SnoozeRequest
{
    /// <summary>A time such as 2027-03-01T14:00:00Z, a day such as 2027-03-01 (nine o'clock of the reader), or answer for until the next answer.</summary>
    public string Until { get; init; } = "";
}

/// <summary>Takes a ticket out of the lists of work until a time or the requester's next answer, whichever comes first.</summary>
internal sealed class SnoozeHandler(TicketsDbContext db, TimeProvider clock)
{
    public const string NextAnswer = "answer";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(366);

    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, SnoozeRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, SnoozeRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can snooze a ticket.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        var now = clock.Now();
        DateTimeOffset? until = null;
        if (request.Until.Trim() != NextAnswer)
        {
            until = SnoozeTimes.Read(request.Until, user);
            if (until is null)
            {
                return new Refusal.Invalid(nameof(request.Until), "Choose a day or a time, or wait for the next answer.");
            }

            if (until <= now || until > now + Longest)
            {
                return new Refusal.Invalid(nameof(request.Until), until <= now ? "Choose a time that is still to come." : "Choose a time within a year.");
            }
        }

        if (ticket.Snooze(until, user.Id, now) is { } refused)
        {
            return refused;
        }

        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}

/// <summary>Brings a ticket back before its time.</summary>
internal sealed class WakeHandler(TicketsDbContext db, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can wake a ticket.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        ticket.Wake(user.Id, clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}

/// <summary>The times that are offered, by the reader's own clock.</summary>
internal static class SnoozeTimes
{
    private static readonly TimeOnly Morning = new(9, 0);

    public static IReadOnlyList<(string Text, DateTimeOffset At)> Offered(DateTimeOffset now, CurrentUser reader)
    {
        var zone = LocalDays.ZoneOf(reader);
        var today = LocalDays.DayAt(now, zone);
        var toMonday = (((int)DayOfWeek.Monday - (int)today.DayOfWeek + 6) % 7) + 1;
        return
        [
            ("In 3 hours", now.AddHours(3)),
            ("Tomorrow at 9", At(today.AddDays(1), Morning, zone)),
            ("Monday at 9", At(today.AddDays(toMonday), Morning, zone)),
            ("In a week", At(today.AddDays(7), Morning, zone)),
        ];
    }

    public static DateTimeOffset? Read(string text, CurrentUser reader)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return At(day, Morning, LocalDays.ZoneOf(reader));
        }

        return text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
    }

    private static DateTimeOffset At(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }
}
