using System.Globalization;
using FluentValidation;

namespace Helpdesk.Auth.Model;

/// <summary>Time zones and languages that a person or a site can have.</summary>
internal static class Places
{
    /// <summary>IANA names, by name; UTC first.</summary>
    public static IReadOnlyList<string> TimeZones { get; } = ["UTC", .. TimeZoneInfo.GetSystemTimeZones()
        .Select(zone => zone.Id)
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal))
        .Order(StringComparer.Ordinal)];

    /// <summary>What the pages are written in.</summary>
    public static IReadOnlyList<(string Tag, string Name)> Languages { get; } = [("en", "English")];

    public static IRuleBuilderOptions<T, string> TimeZone<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(IsTimeZone).WithMessage("Choose a time zone.");

    public static IRuleBuilderOptions<T, string> Language<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(tag => Languages.Any(language => language.Tag == tag)).WithMessage("Choose a language.");

    /// <summary>The time there now, such as 14:32.</summary>
    public static string TimeIn(string timeZone, DateTimeOffset now) =>
        (TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? TimeZoneInfo.ConvertTime(now, zone) : now)
        .ToString("HH:mm", CultureInfo.InvariantCulture);

    private static bool IsTimeZone(string name) => TimeZones.Contains(name, StringComparer.Ordinal);
}
