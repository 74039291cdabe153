using System.Net;

namespace Helpdesk.KnowledgeBase.SearchItems;

/// <summary>Marks hits in an excerpt without letting the text become HTML.</summary>
internal static class Excerpt
{
    // Characters of the private use area: no text that people write holds them, and they survive HTML encoding.
    private const char Start = '\uE000';
    private const char Stop = '\uE001';

    public static readonly string Options = $"StartSel={Start}, StopSel={Stop}, MaxWords=30, MinWords=12, MaxFragments=1";

    public static string Mark(string text) => WebUtility.HtmlEncode(text)
        .Replace(WebUtility.HtmlEncode(Start.ToString()), "<mark>", StringComparison.Ordinal)
        .Replace(WebUtility.HtmlEncode(Stop.ToString()), "</mark>", StringComparison.Ordinal);
}
