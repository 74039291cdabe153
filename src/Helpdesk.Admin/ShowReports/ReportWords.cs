using System.Globalization;
using Helpdesk.Platform;
using Helpdesk.Platform.Ui;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowReports;

/// <summary>Figures as people say them.</summary>
internal static class ReportWords
{
    public const string Nothing = "–";

    private const int MinutesOfDay = 24 * 60;

    public static string Of(ReportUnit unit) => unit switch
    {
        ReportUnit.Hour => "Hour",
        ReportUnit.Day => "Day",
        ReportUnit.Week => "Week from",
        _ => "Month from",
    };

    /// <summary>Such as "1 to 3 days".</summary>
    public static string Of(TicketAge age) =>
        age.FromDays == 0 ? "Less than a day" : age.ToDays is { } to ? $"{age.FromDays} to {to} days" : $"More than {age.FromDays} days";

    public static string Value(double? value, bool isTime) => isTime ? Time(value) : Count(value);

    /// <summary>Such as "1,204".</summary>
    public static string Count(double? count) => count?.ToString("N0", CultureInfo.InvariantCulture) ?? Nothing;

    /// <summary>Such as "2 h 10 min", with the two units that say most.</summary>
    public static string Time(double? minutes)
    {
        if (minutes is not { } exact)
        {
            return Nothing;
        }

        var whole = (int)Math.Round(exact);
        return whole switch
        {
            < 1 => "under 1 min",
            < 60 => $"{whole} min",
            < MinutesOfDay => Two(whole / 60, "h", whole % 60, "min"),
            _ => Two(whole / MinutesOfDay, whole < 2 * MinutesOfDay ? "day" : "days", whole % MinutesOfDay / 60, "h"),
        };
    }

    /// <summary>Such as "12 more than in the 30 days before (54)".</summary>
    public static string Change(int now, int before, RangeView range) => (now - before) switch
    {
        0 => $"as many as in {Before(range)}",
        > 0 and var more => $"{Count(more)} more than in {Before(range)} ({Count(before)})",
        var fewer => $"{Count(-fewer)} fewer than in {Before(range)} ({Count(before)})",
    };

    /// <summary>Such as "25 min less than in the 30 days before (2 h 10 min)".</summary>
    public static string Change(double? now, double? before, RangeView range)
    {
        if (now is not { } present || before is not { } past)
        {
            return $"nothing to compare with in {Before(range)}";
        }

        var minutes = Math.Round(present) - Math.Round(past);
        return minutes == 0
            ? $"as long as in {Before(range)}"
            : $"{Time(Math.Abs(minutes))} {(minutes > 0 ? "more" : "less")} than in {Before(range)} ({Time(past)})";
    }

    /// <summary>What the figures are compared with, such as "1 Feb 2027 to 2 Mar 2027, 14:05".</summary>
    public static string Compared(RangeView range, CurrentUser reader)
    {
        // A time that ends with a day is said by that day.
        var ends = range.IsUnfinished ? WhenText.Full(range.BeforeTo, reader) : WhenText.Date(range.BeforeTo.AddMinutes(-1), range.TimeZone);
        return $"{WhenText.Date(range.BeforeFrom, range.TimeZone)} to {ends}";
    }

    private static string Before(RangeView range) => range.Days == 1 ? "the day before" : $"the {range.Days} days before";

    private static string Two(int large, string largeUnit, int small, string smallUnit) =>
        small == 0 ? $"{large} {largeUnit}" : $"{large} {largeUnit} {small} {smallUnit}";
}
