using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

public sealed class HostileMarkdownTests
{
    private static readonly MarkdownRenderer Renderer = new();
    private static readonly Uri PublicUrl = new("https://help.example/");

    [Fact]
    public void The_corpus_is_large_enough_to_mean_something()
    {
        Assert.InRange(HostileMarkdown.All.Length, 100, int.MaxValue);
        Assert.Equal(HostileMarkdown.All.Length, HostileMarkdown.All.Select(hostile => hostile.Text).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(HostileMarkdown.Numbered), MemberType = typeof(HostileMarkdown))]
    public void Nothing_breaks_out_of_a_page_or_a_mail(int number, string kind)
    {
        (string expectedKind, string markdown) = HostileMarkdown.All[number];
        Assert.Equal(expectedKind, kind);

        SafeHtml.AssertPage(Renderer.ToHtml(markdown));
        SafeHtml.AssertPage(Renderer.ToHtml(markdown, topHeading: 2));
        SafeHtml.AssertMail(Renderer.ToMailHtml(markdown, PublicUrl));
    }

    [Theory]
    [MemberData(nameof(HostileMarkdown.Numbered), MemberType = typeof(HostileMarkdown))]
    public void Reading_the_output_once_more_changes_nothing_that_matters(int number, string kind)
    {
        Assert.NotEmpty(kind);
        string once = Renderer.ToHtml(HostileMarkdown.All[number].Text);
        string twice = SafeHtml.Parse(once).InnerHtml;

        SafeHtml.AssertPage(twice);
        Assert.Equal(twice, SafeHtml.Parse(twice).InnerHtml);
        Assert.Equal(SafeHtml.Parse(once).TextContent, SafeHtml.Parse(twice).TextContent);
    }

    [Theory]
    [MemberData(nameof(HostileMarkdown.Numbered), MemberType = typeof(HostileMarkdown))]
    public void Text_and_previews_hold_no_hidden_characters(int number, string kind)
    {
        Assert.NotEmpty(kind);
        string markdown = HostileMarkdown.All[number].Text;

        Assert.DoesNotContain(Renderer.ToPlainText(markdown), IsHidden);
        string preview = Renderer.Preview(markdown, 60);
        Assert.DoesNotContain(preview, character => IsHidden(character) || character is '\n' or '\t');
        Assert.InRange(preview.Length, 0, 60);
    }

    [Fact]
    public void What_was_typed_as_HTML_is_shown_as_it_was_typed()
    {
        string html = Renderer.ToHtml("Use <b>bold</b> & <script>alert(1)</script>");
        Assert.Equal("<p>Use &lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;</p>", html);
    }

    [Theory]
    [InlineData("[pay](javascript:alert(1))")]
    [InlineData("[pay](//evil.example)")]
    [InlineData("[pay](/\\evil.example)")]
    [InlineData("[pay](https://bank.example@evil.example)")]
    [InlineData("![pay](javascript:alert(1))", "Picture: pay")]
    public void A_link_that_leads_nowhere_good_leaves_its_words(string markdown, string words = "pay")
    {
        Assert.Equal($"<p>{words}</p>", Renderer.ToHtml(markdown));
    }

    private static bool IsHidden(char character)
    {
        return (char.IsControl(character) && character is not ('\n' or '\t')) || character is >= '\u202A' and <= '\u202E';
    }
}
