using System.Globalization;
using System.Text;

namespace Helpdesk.Platform.Email;

/// <summary>Makes text that people wrote fit for one header line.</summary>
internal static class HeaderText
{
    private const int LongestSubject = 250;
    private const int LongestName = 100;

    public static string Subject(string text) => Cut(OneLine(text), LongestSubject);

    /// <summary>A name beside an address. The characters that mean something there are replaced, because not every reader of mails undoes quoting alike.</summary>
    public static string Name(string text) => Cut(OneLine(text), LongestName)
        .Replace('"', '\'').Replace('\\', '/').Replace('<', '(').Replace('>', ')');

    /// <summary>No control characters, line ends or marks that turn the direction of what follows; single spaces.</summary>
    public static string OneLine(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
            {
                if (result.Length > 0 && result[^1] != ' ')
                {
                    result.Append(' ');
                }
            }
            else if (!TurnsDirection(rune.Value))
            {
                result.Append(rune.ToString());
            }
        }

        // What looks like an encoded word would be decoded by the reader, into who knows what.
        return result.ToString().TrimEnd().Replace("=?", "= ?", StringComparison.Ordinal);
    }

    private static bool TurnsDirection(int character) => character is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    public static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd() + "…";
    }
}
