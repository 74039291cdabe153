using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Helpdesk.KnowledgeBase.Model;

namespace Helpdesk.KnowledgeBase.ShowItem;

/// <summary>The text of an item for its page: each heading can be linked to, and the upper ones make a list of contents.</summary>
internal sealed partial record ArticleHtml(string Html, IReadOnlyList<ContentsLine> Contents)
{
    private const int FewestHeadings = 3;

    /// <summary>From HTML that the renderer wrote: its headings carry no attributes and never lie inside each other.</summary>
    public static ArticleHtml Of(string html)
    {
        var contents = new List<ContentsLine>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var linked = Heading().Replace(html, heading =>
        {
            var (level, inner) = (heading.Groups["level"].Value, heading.Groups["inner"].Value);
            var text = WebUtility.HtmlDecode(Tag().Replace(inner, "")).Trim();
            var id = IdOf(text, taken);
            if (level is "2" or "3")
            {
                contents.Add(new ContentsLine(id, text, IsBelow: level == "3"));
            }

            // The link has no text of its own: what reads a page aloud takes the heading's.
            return $"<h{level} id=\"{id}\">{inner}<a class=\"heading-link\" href=\"#{id}\" aria-label=\"Link to this part: {WebUtility.HtmlEncode(text)}\"></a></h{level}>";
        });
        return new ArticleHtml(linked, contents.Count < FewestHeadings ? [] : contents);
    }

    // The prefix keeps a heading from taking a name that the page itself uses, such as "main".
    private static string IdOf(string text, HashSet<string> taken)
    {
        var id = new StringBuilder("part-").Append(Slugs.Of(text)).ToString();
        for (var number = 2; !taken.Add(id); number++)
        {
            id = $"part-{Slugs.Of(text)}-{number}";
        }

        return id;
    }

    [GeneratedRegex("<h(?<level>[2-6])>(?<inner>.*?)</h\\k<level>>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();
}

internal sealed record ContentsLine(string Id, string Text, bool IsBelow);
