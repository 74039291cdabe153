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
            return new FilterTime(Midnight(day, reader), Midnight(day.AddDays(1), reader));
        }

        // A day alone is handled above; what is left must say its offset, or it would mean the server's.
        return text.Length > 10 && (text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > 10)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment)
            ? new FilterTime(moment, moment.AddMicroseconds(1))
            : null;
    }

    /// <summary>When the reader's present day began.</summary>
    public static DateTimeOffset Today(DateTimeOffset now, CurrentUser reader) =>
        Midnight(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, ZoneOf(reader)).DateTime), reader);

    private static DateTimeOffset Midnight(DateOnly day, CurrentUser reader)
    {
        var zone = ZoneOf(reader);
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight the day begins an hour later.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo ZoneOf(CurrentUser reader) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}
