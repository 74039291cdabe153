using Helpdesk.Platform.Ui;

namespace Helpdesk.Platform.Search;

/// <summary>What ts_headline needs to know, and what it answers, as HTML in which nothing but the marks is HTML.</summary>
public static class Headline
{
    // Stands for "<" meanwhile: the parser of PostgreSQL leaves out what looks like a tag, but people mean it.
    private const char LessThan = '\uE002';

    /// <summary>The option that says how it marks.</summary>
    public static readonly string Marks = $"StartSel={MarkedText.Start}, StopSel={MarkedText.Stop}";

    /// <summary>What must be translated in a text before it is marked, and what to.</summary>
    public static readonly string Tidy = $"<{MarkedText.Start}{MarkedText.Stop}{LessThan}";

    public static readonly string Tidied = LessThan.ToString();

    /// <summary>A whole text, such as a title.</summary>
    public static string ToHtml(string text) => MarkedText.ToHtml(text.Replace(LessThan, '<'));

    /// <summary>A passage out of a longer text in Markdown.</summary>
    public static string PassageToHtml(string text) => ToHtml(InTheMiddle(OnOneLine(text)));

    /// <summary>Without the signs of Markdown, which say nothing in the middle of a text.</summary>
    private static string OnOneLine(string text) =>
        string.Join(' ', text.Split(['*', '_', '`', '#', '|', '>', '~', '\n', '\r', '\t', ' '], StringSplitOptions.RemoveEmptyEntries).Where(part => !IsRule(part)));

    // What parts the head of a table from its rows.
    private static bool IsRule(string part) => part.Length > 1 && part.All(character => character is '-' or ':' or '=');

    /// <summary>With dots where it seems to go on.</summary>
    private static string InTheMiddle(string text)
    {
        var first = text.FirstOrDefault(char.IsLetter);
        return $"{(char.IsLower(first) ? "… " : "")}{text}{(text.TrimEnd(MarkedText.Stop) is [.., var last] && char.IsLetterOrDigit(last) ? " …" : "")}";
    }
}
