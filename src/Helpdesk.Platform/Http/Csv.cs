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

        // Blanks before the sign do not stop every spreadsheet.
        var first = text.AsSpan().TrimStart(' ');
        var safe = first.Length > 0 && FormulaSigns.Contains(first[0], StringComparison.Ordinal) ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\",\r\n;") >= 0 || safe[0] == ' ' || safe[^1] == ' '
            ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : safe;
    }
}
