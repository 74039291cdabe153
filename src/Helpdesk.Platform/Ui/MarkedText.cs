using System.Net;

namespace Helpdesk.Platform.Ui;

/// <summary>Marks hits in a text without letting the text become HTML.</summary>
public static class MarkedText
{
    /// <summary>Characters of the private use area: what people write does not need them, and they survive HTML encoding.</summary>
    public const char Start = '\uE000';

    public const char Stop = '\uE001';

    /// <summary>The text as HTML, with mark elements where the two characters stand. They must come in pairs.</summary>
    public static string ToHtml(string text) => WebUtility.HtmlEncode(text)
        .Replace(WebUtility.HtmlEncode(Start.ToString()), "<mark>", StringComparison.Ordinal)
        .Replace(WebUtility.HtmlEncode(Stop.ToString()), "</mark>", StringComparison.Ordinal);

    /// <summary>The text as HTML, with the first occurrence of the part marked, in any case of letters.</summary>
    public static string ToHtml(string text, string part)
    {
        var plain = text.Replace(Start, ' ').Replace(Stop, ' ');
        var at = part.Length == 0 ? -1 : plain.IndexOf(part, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? ToHtml(plain) : ToHtml($"{plain[..at]}{Start}{plain.Substring(at, part.Length)}{Stop}{plain[(at + part.Length)..]}");
    }
}
