using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Helpdesk.Auth.People;
using Helpdesk.Platform;

namespace Helpdesk.Auth.ImportPeople;

/// <summary>One line of the file; what a cell holds is text and nothing else.</summary>
internal sealed record CsvLine(int Number, NamedAddress Who, string Role, string Team, bool IsReadable);

/// <summary>The lines behind a header.</summary>
internal sealed record CsvPeople(IReadOnlyList<CsvLine> Lines);

/// <summary>Reads lists of people as spreadsheets save them: with a header, parted by commas or semicolons.</summary>
internal static class PeopleCsv
{
    public const int Most = 2_000;

    public const string NotText = "This is not text in UTF-8. Save it as “CSV UTF-8”.";

    private const string Columns = "The first line must name the columns: name, email, role, team. Role and team may be left out.";

    private static readonly string[] Known = ["name", "email", "role", "team"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a file; null when it is none.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Utf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    public static Outcome<CsvPeople> Read(string text)
    {
        var whole = text.TrimStart('\uFEFF').TrimStart();
        if (whole.Length == 0)
        {
            return Refuse("Choose a file, or paste its lines.");
        }

        if (whole.Contains('\0', StringComparison.Ordinal))
        {
            return Refuse(NotText);
        }

        var isReadable = true;
        using var csv = new CsvReader(new StringReader(whole), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = whole.AsSpan(0, whole.IndexOfAny(['\r', '\n']) is >= 0 and var end ? end : whole.Length).Contains(';') ? ";" : ",",
            PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = _ => isReadable = false,
        });
        csv.Read();
        csv.ReadHeader();
        var header = csv.HeaderRecord!.Select(name => name.Trim().ToLowerInvariant()).ToList();
        if (!header.Contains("name") || !header.Contains("email") || header.Except(Known).Any() || header.Distinct().Count() < header.Count)
        {
            return Refuse(Columns);
        }

        var lines = new List<CsvLine>();
        while (csv.Read())
        {
            isReadable = true;
            string Cell(string column) => csv.GetField(column) ?? "";
            var line = new CsvLine(csv.Parser.RawRow, new NamedAddress(Cell("name"), Cell("email")), Cell("role").ToLowerInvariant(), Cell("team"), true);
            lines.Add(line with { IsReadable = isReadable });
            if (lines.Count > Most)
            {
                return Refuse($"Import up to {Most:N0} people at once. Part the file.");
            }
        }

        return lines.Count == 0 ? Refuse("There are no lines below the header.") : new CsvPeople(lines);
    }

    private static Refusal.Invalid Refuse(string sentence) => new(nameof(ImportPeopleRequest.Csv), sentence);
}
