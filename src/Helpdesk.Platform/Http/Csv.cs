using System.Globalization;

namespace Helpdesk.Platform.Http;

/// <summary>Lines of RFC 4180 that a spreadsheet opens without running anything: what it would take for a formula becomes text.</summary>
public static class Csv
{
    private const string FormulaSigns = "=+-@\t\r";

    public static string Line(IEnumerable<string?> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    public static string Time(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "";

    private static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var safe = IsRun(text) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n;") >= 0 || safe[0] == ' ' || safe[^1] == ' '
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }

    // Blanks before the sign do not stop every spreadsheet. A number below zero is one, and nothing else.
    private static bool IsRun(string text) =>
        text.AsSpan().TrimStart(' ') is { Length: > 0 } first
        && FormulaSigns.Contains(first[0], StringComparison.Ordinal)
        && !(text[0] == '-' && decimal.TryParse(text.AsSpan(1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _));
}
