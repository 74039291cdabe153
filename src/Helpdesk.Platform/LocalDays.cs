namespace Helpdesk.Platform;

/// <summary>Days as people mean them: cut at midnight of their time zone.</summary>
public static class LocalDays
{
    public static TimeZoneInfo ZoneOf(CurrentUser reader) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(reader.TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;

    public static DateOnly DayAt(DateTimeOffset moment, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);

    /// <summary>When the day begins there.</summary>
    public static DateTimeOffset Midnight(DateOnly day, TimeZoneInfo zone)
    {
        var local = day.ToDateTime(TimeOnly.MinValue);
        // Where clocks go forward at midnight the day begins an hour later.
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(30);
        }

        // Where they go back at midnight it begins with the earlier of the two.
        var offset = zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>When the reader's present day began.</summary>
    public static DateTimeOffset Today(DateTimeOffset now, CurrentUser reader)
    {
        var zone = ZoneOf(reader);
        return Midnight(DayAt(now, zone), zone);
    }
}
