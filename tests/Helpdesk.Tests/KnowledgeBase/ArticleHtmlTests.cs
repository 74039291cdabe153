using Helpdesk.KnowledgeBase.ShowItem;
using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.KnowledgeBase;

public sealed class ArticleHtmlTests
{
    [Fact]
    public void Headings_get_names_of_their_own_that_no_other_part_of_the_page_has()
    {
        var article = Of("# Main\n\n# Main\n\n# 日本\n\n## *A* `b`");
        Assert.Equal(["part-main", "part-main-2", "part-item", "part-a-b"], article.Contents.Select(line => line.Id));
        Assert.Equal(["Main", "Main", "日本", "A b"], article.Contents.Select(line => line.Text));
        Assert.Equal([false, false, false, true], article.Contents.Select(line => line.IsBelow));
        Assert.Contains("<h3 id=\"part-a-b\"><em>A</em> <code>b</code><a class=\"heading-link\" href=\"#part-a-b\"", article.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_in_a_heading_stays_text()
    {
        var article = Of("# \"><script>alert(1)</script>\n\n# b & c\n\n# d");
        Assert.DoesNotContain("<script", article.Html, StringComparison.Ordinal);
        Assert.Contains("aria-label=\"Link to this part: &quot;&gt;", article.Html, StringComparison.Ordinal);
        Assert.Equal("b & c", article.Contents[1].Text);
    }

    [Fact]
    public void Two_headings_make_no_list_and_code_is_no_heading()
    {
        Assert.Empty(Of("# One\n\n# Two").Contents);
        Assert.Empty(Of("```\n<h2>x</h2>\n```\n\n# One\n\n# Two").Contents);
    }

    private static ArticleHtml Of(string markdown) => ArticleHtml.Of(new MarkdownRenderer().ToHtml(markdown, topHeading: 2));
}
