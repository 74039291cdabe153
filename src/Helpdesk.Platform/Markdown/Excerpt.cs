using System.Globalization;
using System.Text;

namespace Helpdesk.Platform.Markdown;

/// <summary>Cuts text to one short line.</summary>
internal static class Excerpt
{
    private const char Ellipsis = '…';

    /// <summary>As much of a message as can matter to its first line: a long one is not parsed for the sake of 200 characters.</summary>
    public static string Beginning(string markdown, int maximumLength)
    {
        long enough = 2_000 + (4L * maximumLength);
        if (markdown.Length <= enough)
        {
            return markdown;
        }
        int end = markdown.LastIndexOf('\n', (int)enough);
        end = end > 0 ? end : (int)enough;
        return markdown[..(char.IsHighSurrogate(markdown[end - 1]) ? end - 1 : end)];
    }

    /// <summary>White space becomes single spaces; the cut falls between words, or else between what readers see as characters.</summary>
    public static string Cut(ReadOnlySpan<char> text, int maximumLength, bool cutBefore)
    {
        string line = OneLine(text, maximumLength);
        if (line.Length <= maximumLength && !cutBefore)
        {
            return line;
        }

        int end = Math.Min(line.Length, maximumLength - 1);
        int space = end == line.Length ? end : line.LastIndexOf(' ', end);
        // One long word at the end is better cut than left out with half of the line.
        int cut = space > 0 && space >= end / 2 ? space : WholeCharacters(line, end);
        return string.Concat(line.AsSpan(0, cut).TrimEnd(), [Ellipsis]);
    }

    private static string OneLine(ReadOnlySpan<char> text, int maximumLength)
    {
        var line = new StringBuilder();
        bool pendingSpace = false;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                pendingSpace = line.Length > 0;
                continue;
            }
            if (IsUnseen(character))
            {
                continue;
            }
            line.Append(pendingSpace ? " " : "").Append(character);
            pendingSpace = false;
            // A little more than fits, so that the cut can see whether it falls between two words or inside a character.
            if (line.Length > maximumLength + 100)
            {
                break;
            }
        }
        return line.ToString();
    }

    // In the middle of somebody else's line, an isolate that nobody closes would turn the rest of that line around.
    private static bool IsUnseen(char character)
    {
        return char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
    }

    private static int WholeCharacters(string line, int end)
    {
        int cut = 0;
        while (cut < line.Length)
        {
            int next = cut + StringInfo.GetNextTextElementLength(line, cut);
            if (next > end)
            {
                break;
            }
            cut = next;
        }
        return cut;
    }
}
