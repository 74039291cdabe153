using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>Hostile pieces in orders that nobody thought of; the same seed every time, so that a failure can be repeated.</summary>
public sealed class FuzzTests
{
    private static readonly string[] MarkdownPieces =
    [
        "[", "]", "(", ")", "![", "](", "[x](", "](javascript:alert(1))", "](//evil.example)", "](/\\evil.example)", "](https://a.example)",
        "](/files/1)", "[x]: ", "javascript:", "data:text/html,", "java&#10;script:", "https://", "www.", "mailto:", "a@b.example", "<", ">",
        "<https://a.example", "<javascript:x>", "\"", "'", " \"title\"", "`", "``", "```", "```js\" onclick=x\n", "~~~", "*", "**", "_", "~~",
        "|", "|-|-|\n", "\n", "\n\n", "\r\n", "  \n", "\\", "# ", "###### ", "- ", "- [ ] ", "- [x] ", "1. ", "> ", "    ", "\t", "---\n", "===\n",
        "<script>", "</script>", "<img src=x onerror=alert(1)>", "<svg>", "<style>", "</p>", "<!--", "-->", "<![CDATA[", "&lt;", "&#60;", "&#x3c;",
        "&quot;", "&amp;", "&", "&#0;", "\0", "\u202E", "\u2028", "\u00A0", "\uFEFF", "{onclick=x}", "onclick=alert(1)", "x", " ", "é", "🙂", "\uD83D"
    ];

    private static readonly string[] HtmlPieces =
    [
        "<a href=\"", "<a href='javascript:x'>", "<a href=/x>", "javascript:alert(1)", "https://a.example", "//evil.example", "\"", "'", ">", "<", "/>",
        "</a>", "<img src=\"/files/1\" ", "<img src=x onerror=alert(1)>", "alt=\"", " onclick=alert(1) ", " style=\"x\" ", " class=\"language-js\" ",
        "<svg>", "</svg>", "<math>", "</math>", "<mtext>", "<mglyph>", "<foreignObject>", "<annotation-xml encoding=text/html>", "<desc>", "<title>",
        "<style>", "</style>", "<script>", "</script>", "<noscript>", "</noscript>", "<template>", "</template>", "<textarea>", "</textarea>", "<xmp>",
        "<iframe srcdoc=\"", "</iframe>", "<select>", "</select>", "<option>", "<table>", "</table>", "<tr>", "<td style=\"text-align: right;\">", "<th>",
        "<caption>", "<colgroup>", "<form>", "</form>", "<button>", "<p>", "</p>", "<pre>", "<code class=\"", "<ul class=", "<li>", "<ol start=\"", "1",
        "<h1>", "</h1>", "<b>", "<em>", "</em>", "<input type=checkbox checked>", "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<?x", "<!doctype html>",
        "<body onload=x>", "</body>", "</html>", "<frameset>", "<plaintext>", "&lt;", "&#106;", "&Tab;", "&#0;", "\0", "\n", "\t", " ", "x", "<br>", "<nobr>"
    ];

    [Fact]
    public void No_order_of_Markdown_breaks_out()
    {
        var renderer = new MarkdownRenderer();
        foreach (string markdown in Strings(MarkdownPieces, seed: 1_871, count: 2_500))
        {
            SafeHtml.AssertPage(renderer.ToHtml(markdown));
            Assert.NotNull(renderer.ToPlainText(markdown));
            Assert.InRange(renderer.Preview(markdown, 12).Length, 0, 12);
        }
    }

    [Fact]
    public void No_order_of_HTML_breaks_out()
    {
        var sanitiser = new HtmlSanitiser();
        foreach (string html in Strings(HtmlPieces, seed: 1_917, count: 2_500))
        {
            SafeHtml.AssertPage(sanitiser.Sanitise(html.AsMemory(), new HtmlTarget(3, null)));
        }
    }

    private static IEnumerable<string> Strings(string[] pieces, int seed, int count)
    {
        var random = new Random(seed);
        for (int i = 0; i < count; i++)
        {
            yield return string.Concat(random.GetItems(pieces, random.Next(1, 25)));
        }
    }
}
