using System.Globalization;
using Helpdesk.Platform;

namespace Helpdesk.Tickets.Queue;

/// <summary>A day in the reader's time zone, or a moment: from when until when (not included).</summary>
internal sealed record FilterTime(DateTimeOffset Begins, DateTimeOffset Ends)
{
    public static FilterTime? Read(string text, CurrentUser reader)
    {
        text = text.Trim();
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue)
        {
            var zone = LocalDays.ZoneOf(reader);
            return new FilterTime(LocalDays.Midnight(day, zone), LocalDays.Midnight(day.AddDays(1), zone));
        }

        // A day alone is handled above; what is left must say its offset, or it would mean the server's.
        return text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? new FilterTime(moment, moment.AddMicroseconds(1))
            : null;
    }
}
