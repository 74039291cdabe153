using System.Buffers;
using System.Text;

namespace Helpdesk.Platform.Markdown;

/// <summary>Text that means the same with and without Markdown: most of what people write to a desk.</summary>
internal static class PlainParagraphs
{
    // Whatever could begin or end a construct anywhere in a line, and every character that is not shown as it is.
    private static readonly SearchValues<char> Meaningful =
        SearchValues.Create("\\`*_~[<&|" + HtmlText.Unwanted.Replace("\r", "", StringComparison.Ordinal) + "\t");
    private static readonly SearchValues<char> LineStarts = SearchValues.Create("#>+-0123456789");
    private static readonly SearchValues<string> LinkStarts =
        SearchValues.Create(["://", "www.", "mailto:", "tel:"], StringComparison.OrdinalIgnoreCase);

    /// <summary>True only when the parser and the sanitiser would give what <see cref="Write"/> gives.</summary>
    public static bool Fits(ReadOnlySpan<char> text)
    {
        if (text.ContainsAny(Meaningful) || text.ContainsAny(LinkStarts))
        {
            return false;
        }

        while (!text.IsEmpty)
        {
            var line = NextLine(ref text);
            if (!line.IsEmpty && (char.IsWhiteSpace(line[0]) || char.IsWhiteSpace(line[^1]) || line.Contains('\r') || BeginsBlock(line)))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>The text itself: a paragraph for each run of lines, a break for each line.</summary>
    public static string Write(ReadOnlySpan<char> text)
    {
        var html = new StringBuilder(text.Length + 64);
        bool inParagraph = false;
        while (!text.IsEmpty)
        {
            var line = NextLine(ref text);
            if (line.IsWhiteSpace())
            {
                html.Append(inParagraph ? "</p>\n" : "");
                inParagraph = false;
                continue;
            }
            html.Append(inParagraph ? "<br>\n" : "<p>");
            inParagraph = true;
            HtmlText.AppendText(html, line);
        }

        if (inParagraph)
        {
            return html.Append("</p>").ToString();
        }
        return html.Length == 0 ? "" : html.ToString(0, html.Length - 1);
    }

    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> text)
    {
        int end = text.IndexOf('\n');
        var line = end < 0 ? text : text[..end];
        text = end < 0 ? [] : text[(end + 1)..];
        return line.EndsWith("\r") ? line[..^1] : line;
    }

    private static bool BeginsBlock(ReadOnlySpan<char> line)
    {
        if (!LineStarts.Contains(line[0]))
        {
            return false;
        }
        int digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits == 0 || (digits > 0 && line[digits] is '.' or ')');
    }
}
