using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Helpdesk.Platform.Ui;

/// <summary>A time as people say it, up to seven days away; the full time in the reader's zone is its title.</summary>
[HtmlTargetElement("when", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WhenTagHelper(CurrentUser user, TimeProvider clock) : TagHelper
{
    public DateTimeOffset At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        output.Attributes.SetAttribute("title", WhenText.Full(At, user));
        output.Attributes.SetAttribute("data-relative", "");
        output.Content.SetContent(WhenText.Relative(At, clock.GetUtcNow(), user.TimeZone));
    }
}

/// <summary>Times in words.</summary>
public static class WhenText
{
    /// <summary>Such as "2 Mar 2027, 14:32", or "2 Mar 2027, 2:32 pm" for who reads the clock that way.</summary>
    public static string Full(DateTimeOffset at, CurrentUser reader) => $"{Date(at, reader.TimeZone)}, {Clock(at, reader.TimeZone, reader)}";

    /// <summary>Such as "14:32" or "2:32 pm": the time in a zone, as this reader reads clocks.</summary>
    public static string Clock(DateTimeOffset at, string timeZone, CurrentUser reader)
    {
        var local = Local(at, timeZone);
        return reader.TimeFormat == "12"
            ? local.ToString("h:mm tt", CultureInfo.InvariantCulture).ToLowerInvariant()
            : local.ToString("HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Such as "2 Mar 2027".</summary>
    public static string Date(DateTimeOffset at, string timeZone) =>
        Local(at, timeZone).ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>Such as "3 h ago", to seven days; then the date.</summary>
    public static string Relative(DateTimeOffset at, DateTimeOffset now, string timeZone)
    {
        var age = now - at;
        return age.TotalSeconds < 60 ? "just now"
            : age.TotalMinutes < 60 ? $"{(int)age.TotalMinutes} min ago"
            : age.TotalHours < 24 ? $"{(int)age.TotalHours} h ago"
            : age.TotalDays < 2 ? "yesterday"
            : age.TotalDays < 7 ? $"{(int)age.TotalDays} days ago"
            : Date(at, timeZone);
    }

    /// <summary>Such as "Monday 14:02" within a week; then "2 Mar 2027, 14:02".</summary>
    public static string Day(DateTimeOffset at, DateTimeOffset now, CurrentUser reader) => now - at < TimeSpan.FromDays(6)
        ? $"{Local(at, reader.TimeZone).ToString("dddd", CultureInfo.InvariantCulture)} {Clock(at, reader.TimeZone, reader)}"
        : Full(at, reader);

    /// <summary>Such as "Monday 1 Mar 2027".</summary>
    public static string LongDate(DateTimeOffset at, string timeZone) =>
        Local(at, timeZone).ToString("dddd d MMM yyyy", CultureInfo.InvariantCulture);

    private static DateTimeOffset Local(DateTimeOffset at, string timeZone) =>
        TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(at, zone) : at.ToUniversalTime();
}
