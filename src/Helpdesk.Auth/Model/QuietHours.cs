namespace Helpdesk.Auth.Model;

/// <summary>The hours in which no news is mailed to a person, by the clock on their wall.</summary>
internal static class QuietHours
{
    /// <summary>When the quiet around this moment ends; null when it is not quiet. Both ends or none; they may lie around midnight.</summary>
    public static DateTimeOffset? EndAfter(DateTimeOffset now, string timeZone, TimeOnly? from, TimeOnly? to)
    {
        if (from is not { } start || to is not { } end || start == end)
        {
            return null;
        }

        var zone = Zone(timeZone);
        var local = TimeZoneInfo.ConvertTime(now, zone);
        // Between goes over midnight by itself when the start is later than the end.
        return TimeOnly.FromDateTime(local.DateTime).IsBetween(start, end) ? NextAfter(now, end, zone) : null;
    }

    /// <summary>The next time that the clock of the zone shows this.</summary>
    public static DateTimeOffset NextAfter(DateTimeOffset moment, TimeOnly time, string timeZone) => NextAfter(moment, time, Zone(timeZone));

    private static DateTimeOffset NextAfter(DateTimeOffset moment, TimeOnly time, TimeZoneInfo zone)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
        var next = On(day, time, zone);
        return next > moment ? next : On(day.AddDays(1), time, zone);
    }

    private static DateTimeOffset On(DateOnly day, TimeOnly time, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(time);
        // The hour that the clocks leave out in spring.
        local = zone.IsInvalidTime(local) ? local.AddHours(1) : local;
        return new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime();
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : TimeZoneInfo.Utc;
}
