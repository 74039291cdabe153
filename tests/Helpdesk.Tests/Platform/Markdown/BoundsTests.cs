using System.Diagnostics;
using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>100,000 characters is what a message may have. None of them may cost a page its process, or more than a moment.</summary>
public sealed class BoundsTests
{
    private const int LongestMessage = 100_000;
    private static readonly MarkdownRenderer Renderer = new();

    // What the worst of them takes is about 0.2 s alone on a machine; this leaves room for a busy one, and none for a square.
    private static readonly TimeSpan Bearable = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Bombs => new()
    {
        { "", ">" },
        { "", "> " },
        { "", "- " },
        { "", "1. " },
        { "", "- > " },
        { "", "[" },
        { "", "![" },
        { "", "[a](" },
        { "", "[a][" },
        { "", "[[a]" },
        { "", "]" },
        { "", "*" },
        { "", "*a " },
        { "", "**a *b " },
        { "", "*_" },
        { "", "a**b_" },
        { "", "~~a " },
        { "", "`" },
        { "", "`a``" },
        { "", "|" },
        { "", "`|--|-\n|" },
        { "", "<" },
        { "", "<a " },
        { "", "<!--" },
        { "", "<![CDATA[" },
        { "", "&" },
        { "", "http://a.b " },
        { "", "www.a.b " },
        { "", "x|y\nmailto:a@b &" },
        { "", "```\n" },
        { "", "- [ ] a\n\n" },
        { "", "\n\n> >" },
        { "", "[a]: b\n" },
        { "", "\\" },
        { "", "-_'" },
        // What a careless count would take for code, or for the end of a paragraph.
        { "~~~\n```\n~~~\n", "[a](" },
        { "```\n   ```\n", "[a](" },
        { "```\r```\r", "[a](" },
        { "- ```\n```\n```\n", "[a](" },
        { "```a`\n", "[a](" },
        { "", "[a](\n\u00A0\n" },
        { "", "[a](\n    - x\n" },
        { string.Concat(Enumerable.Repeat("a|", 900)) + "\r" + string.Concat(Enumerable.Repeat("-|", 900)) + "\r", "a|\r" },
        { "[a]([a]([a](", "`" },
        { "[a]: https://a.example/" + new string('x', 1_900) + "\n\n", "[a]" },
        { "[a]: https://a.example/" + new string('x', 1_900) + "\n\n", "[a]\n\n" },
        { "|" + string.Concat(Enumerable.Repeat("a|", 5_000)) + "\n|" + string.Concat(Enumerable.Repeat("-|", 5_000)) + "\n", "|a\n" }
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_is_only_a_long_message(string beginning, string repeated)
    {
        string message = beginning + string.Concat(Enumerable.Repeat(repeated, LongestMessage / repeated.Length));
        message = message[..Math.Min(LongestMessage, message.Length)];

        // The stack of a thread in a small container; an overflow would end the whole run.
        string html = "";
        var watch = Stopwatch.StartNew();
        var thread = new Thread(() =>
        {
            html = Renderer.ToHtml(message);
            Renderer.ToPlainText(message);
            Renderer.Preview(message, 200);
        }, maxStackSize: 256 * 1024);
        thread.Start();
        thread.Join();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Bearable);
        Assert.InRange(html.Length, 0, 2_500_000);
        SafeHtml.AssertPage(html.Length > 50_000 ? html[..html.LastIndexOf('>', 50_000)] + ">" : html);
    }

    [Theory]
    [InlineData("[a](", 2_000, "", false)]
    [InlineData("[a](", 900, "", true)]
    [InlineData("*a ", 2_001, "", false)]
    [InlineData("www.a.b ", 2_001, "", false)]
    [InlineData("mailto:a@b ", 2_001, "", false)]
    [InlineData("http://a.b ", 2_001, "", false)]
    [InlineData("12:30 a.b ", 9_000, "", true)]
    [InlineData("- ", 102, "", false)]
    [InlineData("-", 5_000, "", true)]
    [InlineData(">", 101, "", false)]
    [InlineData("1. ", 102, "", false)]
    [InlineData("0 1 ", 5_000, "", true)]
    [InlineData("|\n", 4_001, "", false)]
    [InlineData("|x\n", 1_000, "a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a\n", false)]
    [InlineData("|x\r", 1_000, "a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a|a\r", false)]
    [InlineData("|x\n", 1_000, "a|a|a|a|a|a|a|a|a|a\n", true)]
    [InlineData("[a]\n\n", 5_000, "", true)]
    [InlineData("[a]\r\n\r\n", 5_000, "", true)]
    [InlineData("[a]\n\u00A0\n", 5_000, "", false)]
    [InlineData("- [a]\n", 5_000, "", true)]
    [InlineData("    - [a]\n", 5_000, "", false)]
    [InlineData("[a](", 5_000, "```json\n", true)]
    [InlineData("[a](", 5_000, "```\nx\n```\n", false)]
    [InlineData("[a](", 5_000, "~~~\n```\n~~~\n", false)]
    [InlineData("[a](", 5_000, "```\n   ```\n", false)]
    [InlineData("[a](", 5_000, "````\n```\n````\n", false)]
    [InlineData("[a](", 5_000, "```a`b\n", false)]
    [InlineData("[a](", 5_000, " ```\n", false)]
    public void What_costs_a_parser_too_much_is_seen_before(string repeated, int times, string beginning, bool holds)
    {
        Assert.Equal(holds, MarkdownBounds.Hold(beginning + string.Concat(Enumerable.Repeat(repeated, times))));
    }

    [Theory]
    [InlineData(10_000, '>')]
    [InlineData(10_000, '[')]
    public void What_is_too_tangled_is_shown_as_it_was_typed(int times, char character)
    {
        string message = new string(character, times) + "\n<b>&amp;\r\n\r\n**end**";
        string escaped = new string(character, times).Replace(">", "&gt;", StringComparison.Ordinal);

        Assert.Equal($"<p>{escaped}<br>\n&lt;b&gt;&amp;amp;</p>\n<p>**end**</p>", Renderer.ToHtml(message));
        Assert.Equal(message.Replace("\r", "", StringComparison.Ordinal), Renderer.ToPlainText(message));
        Assert.Equal("fine", Renderer.ToPlainText("**fine**"));
    }

    [Fact]
    public void Long_honest_messages_keep_their_form()
    {
        string log = string.Concat(Enumerable.Repeat("[12:00:01] INFO http: GET /a_b*c [200] | ok\n", 400));
        Assert.Contains("<strong>log</strong>", Renderer.ToHtml($"The **log**:\n\n```\n{log}```\n"), StringComparison.Ordinal);

        string table = "|a|b|c|d|\n|-|-|-|-|\n" + string.Concat(Enumerable.Repeat("|1|2|3|4|\n", 500));
        Assert.Contains("<table>", Renderer.ToHtml(table), StringComparison.Ordinal);

        string links = string.Concat(Enumerable.Range(0, 900).Select(i => $"- [page {i}](https://a.example/{i})\n"));
        Assert.Equal(900, SafeHtml.Parse(Renderer.ToHtml(links)).QuerySelectorAll("a").Length);

        string rule = new string('-', 500) + "\n\n**x**";
        Assert.Equal("<hr>\n<p><strong>x</strong></p>", Renderer.ToHtml(rule));
    }
}
