using System.Buffers;
using System.Text;

namespace Helpdesk.Platform.Markdown;

/// <summary>Writes characters so that they can only ever be read as characters.</summary>
internal static class HtmlText
{
    /// <summary>
    /// Controls, what is no character at all, and the marks that embed or override the direction of what follows: with them a text can show itself
    /// backwards, a link's words included. Right-to-left writing needs none of them; isolates and plain marks stay.
    /// </summary>
    public static readonly string Unwanted = string.Concat(
        Enumerable.Range(0, 0xA0).Where(code => code is < 0x20 or >= 0x7F).Where(code => code is not ('\t' or '\n'))
            .Concat(Enumerable.Range(0x202A, 5))
            .Append(HtmlSanitiser.EndOfInput)
            .Select(code => (char)code));

    private static readonly SearchValues<char> Special = SearchValues.Create("&<>\"" + Unwanted);
    private static readonly SearchValues<char> UnwantedValues = SearchValues.Create(Unwanted);

    public static void AppendText(StringBuilder html, ReadOnlySpan<char> text)
    {
        Append(html, text, quote: "\"");
    }

    public static void AppendAttribute(StringBuilder html, ReadOnlySpan<char> name, ReadOnlySpan<char> value)
    {
        html.Append(' ').Append(name).Append("=\"");
        Append(html, value, quote: "&quot;");
        html.Append('"');
    }

    public static void AppendPlain(StringBuilder plain, ReadOnlySpan<char> text)
    {
        for (int unwanted; (unwanted = text.IndexOfAny(UnwantedValues)) >= 0; text = text[(unwanted + 1)..])
        {
            plain.Append(text[..unwanted]);
        }
        plain.Append(text);
    }

    private static void Append(StringBuilder html, ReadOnlySpan<char> text, string quote)
    {
        for (int special; (special = text.IndexOfAny(Special)) >= 0; text = text[(special + 1)..])
        {
            html.Append(text[..special]).Append(text[special] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => quote,
                _ => ""
            });
        }
        html.Append(text);
    }
}
