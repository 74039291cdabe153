using System.Globalization;
using System.Text;

namespace Helpdesk.Platform.Files;

/// <summary>Makes of any name one that can be shown, sent in a header and saved on any system.</summary>
internal static class FileName
{
    public const int LongestName = 150;

    // Windows takes these for devices, whatever extension they have.
    private static readonly HashSet<string> Devices = new(
        ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(1, 9).SelectMany(number => new[] { $"COM{number}", $"LPT{number}" })],
        StringComparer.OrdinalIgnoreCase);

    // What opens with a double click and runs; "invoice.exe.pdf" tries to look like one where endings are hidden.
    private static readonly HashSet<string> Runnable = new(
        "exe com bat cmd scr pif msi msix vbs vbe js jse mjs wsf wsh hta ps1 jar lnk url reg dll cpl app sh php phtml asp aspx jsp html htm xhtml shtml svgz".Split(' '),
        StringComparer.OrdinalIgnoreCase);

    public static string Clean(string name)
    {
        // A path may come from either world; only its last part is a name.
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            Append(text, rune);
        }

        var clean = text.ToString().Normalize().Trim(' ', '.');
        var extension = Path.GetExtension(clean);
        // An ending that long is none.
        extension = extension.Length > 20 ? "" : extension;
        var stem = Cut(clean[..^extension.Length].TrimEnd(' ', '.'), LongestName - extension.Length);
        if (stem.Length == 0)
        {
            stem = "file";
        }

        return (Devices.Contains(stem.Split('.')[0]) ? "_" : "") + stem + extension;
    }

    /// <summary>Whether an ending before the last one is that of a program.</summary>
    public static bool HidesProgram(string name) =>
        name.Split('.') is { Length: > 2 } parts && parts[1..^1].Any(part => Runnable.Contains(part.Trim()));

    private static void Append(StringBuilder text, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            // Line breaks, marks that turn the direction of writing, lone halves of characters: never shown, always a trick.
            case UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned:
                return;
            case UnicodeCategory.SpaceSeparator:
                if (text.Length > 0 && text[^1] != ' ')
                {
                    text.Append(' ');
                }

                return;
            default:
                text.Append(rune.Value is '<' or '>' or ':' or '"' or '|' or '?' or '*' or 0xFFFD ? "_" : rune.ToString());
                return;
        }
    }

    private static string Cut(string text, int most)
    {
        // One place is left for the mark before a device's name.
        if (text.Length < most)
        {
            return text;
        }

        var end = most - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd(' ', '.');
    }
}
