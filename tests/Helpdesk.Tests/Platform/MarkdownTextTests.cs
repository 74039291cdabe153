using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform;

/// <summary>Plain words come out of Markdown as they went in.</summary>
public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("VPN")]
    [InlineData("a [link](http://evil.example) *b* _c_ `d` <e> & #f ! | ~g~ \\h")]
    [InlineData("ends in \\")]
    [InlineData("see www.evil.example or mailto:a@b.example")]
    public void What_is_escaped_reads_as_it_was(string text)
    {
        var html = new MarkdownRenderer().ToHtml($"x {MarkdownText.Escape(text)}", topHeading: 2);
        Assert.Equal($"<p>x {System.Net.WebUtility.HtmlEncode(text)}</p>", html.Trim());
    }

    [Fact]
    public void Lines_become_one() => Assert.Equal("a b", MarkdownText.Escape("a\nb"));
}
