using System.Globalization;
using Helpdesk.Platform;

namespace Helpdesk.Admin.ShowReports;

/// <summary>How finely a time is cut.</summary>
internal enum ReportUnit
{
    Hour = 0,
    Day = 1,
    Week = 2,
    Month = 3,
}

/// <summary>Days of the reader's time zone, cut into parts, and the time before that they are compared with: as many days, up to the same hour where the last day is not over.</summary>
internal sealed record ReportRange(
    DateOnly First, DateOnly Last, ReportUnit Unit, TimeZoneInfo Zone, IReadOnlyList<DateTimeOffset> Cuts, IReadOnlyList<DateTimeOffset> Before)
{
    public const string Today = "today", Week = "7", Month = "30", Quarter = "90", Year = "12m", Days = "days";

    /// <summary>Two years of days: what is read for one page has an end.</summary>
    public const int MostDays = 731;

    public static Outcome<ReportRange> Read(ReportsRequest request, DateTimeOffset now, CurrentUser reader)
    {
        var zone = LocalDays.ZoneOf(reader);
        var today = LocalDays.DayAt(now, zone);
        return request.Chosen switch
        {
            Today => Of(today, today, now, zone),
            Week => OfLast(7, now, reader),
            Month => OfLast(30, now, reader),
            Quarter => OfLast(90, now, reader),
            Year => Of(today.AddMonths(-12).AddDays(1), today, now, zone),
            Days => ReadDays(request, today, now, zone),
            _ => new Refusal.Invalid(nameof(request.Range), $"Choose a range: {Today}, {Week}, {Month}, {Quarter}, {Year} or {Days}."),
        };
    }

    /// <summary>So many days, the present one among them.</summary>
    public static ReportRange OfLast(int days, DateTimeOffset now, CurrentUser reader)
    {
        var zone = LocalDays.ZoneOf(reader);
        var today = LocalDays.DayAt(now, zone);
        return Of(today.AddDays(1 - days), today, now, zone);
    }

    /// <summary>Whether the last day is still going on.</summary>
    public bool IsUnfinished => Cuts[^1] < LocalDays.Midnight(Last.AddDays(1), Zone);

    private static Outcome<ReportRange> ReadDays(ReportsRequest request, DateOnly today, DateTimeOffset now, TimeZoneInfo zone)
    {
        if (Day(request.From) is not { } first)
        {
            return new Refusal.Invalid(nameof(request.From), "Choose a first day, such as 2027-03-01.");
        }

        if (Day(request.To) is not { } last || last < first || last > today)
        {
            return new Refusal.Invalid(nameof(request.To), "Choose a last day that is not before the first and not after today.");
        }

        return last.DayNumber - first.DayNumber < MostDays
            ? Of(first, last, now, zone)
            : new Refusal.Invalid(nameof(request.From), "Choose at most two years.");
    }

    private static ReportRange Of(DateOnly first, DateOnly last, DateTimeOffset now, TimeZoneInfo zone)
    {
        var days = last.DayNumber - first.DayNumber + 1;
        var unit = days switch { 1 => ReportUnit.Hour, <= 45 => ReportUnit.Day, <= 200 => ReportUnit.Week, _ => ReportUnit.Month };
        var dayEnds = LocalDays.Midnight(last.AddDays(1), zone);
        var present = Minute(now).AddMinutes(1);
        var ends = present < dayEnds ? present : dayEnds;
        var begins = LocalDays.Midnight(first, zone);
        var beforeEnds = LocalDays.Midnight(last.AddDays(-days), zone) + (ends - LocalDays.Midnight(last, zone));
        return new ReportRange(
            first,
            last,
            unit,
            zone,
            [.. Beginnings(first, last, unit, zone).Where(cut => cut < ends), ends],
            [LocalDays.Midnight(first.AddDays(-days), zone), beforeEnds < begins ? beforeEnds : begins]);
    }

    private static IEnumerable<DateTimeOffset> Beginnings(DateOnly first, DateOnly last, ReportUnit unit, TimeZoneInfo zone)
    {
        if (unit == ReportUnit.Hour)
        {
            // As many as the day has: clocks that are moved make it 23 or 25.
            var ends = LocalDays.Midnight(last.AddDays(1), zone);
            for (var hour = LocalDays.Midnight(first, zone); hour < ends; hour = hour.AddHours(1))
            {
                yield return hour;
            }

            yield break;
        }

        for (var day = first; day <= last; day = Next(day, unit))
        {
            yield return LocalDays.Midnight(day, zone);
        }
    }

    /// <summary>The first part may be shorter: weeks begin on Monday, months on the first.</summary>
    private static DateOnly Next(DateOnly day, ReportUnit unit) => unit switch
    {
        ReportUnit.Week => day.AddDays(7 - (((int)day.DayOfWeek + 6) % 7)),
        ReportUnit.Month => new DateOnly(day.Year, day.Month, 1).AddMonths(1),
        _ => day.AddDays(1),
    };

    private static DateTimeOffset Minute(DateTimeOffset moment) => moment.AddTicks(-(moment.UtcTicks % TimeSpan.TicksPerMinute));

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year >= 2000 ? day : null;
}
