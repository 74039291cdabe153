using System.Globalization;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Views;

/// <summary>Days and times as a person's own clock shows them.</summary>
internal static class LocalTimes
{
    /// <summary>The moment that a form's day and time stand for; null when they are not there or cannot be read.</summary>
    public static DateTimeOffset? Read(string? day, string? time, CurrentUser person)
    {
        if (!DateTime.TryParseExact($"{day} {time}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return null;
        }

        return new DateTimeOffset(local, LocalDays.ZoneOf(person).GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Such as "2 Mar 2027".</summary>
    public static string Say(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static DateOnly Today(CurrentUser person, DateTimeOffset now) =>
        LocalDays.DayAt(now, LocalDays.ZoneOf(person));
}
