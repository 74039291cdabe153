using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>The short way must give, character for character, what the long way gives.</summary>
public sealed class PlainParagraphsTests
{
    private static readonly MarkdownRenderer Renderer = new();

    private static readonly string[] Pieces =
    [
        "Hello", "word", " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "1", "12.", "3)", ".", ",", ":", ";", "!", "?", "#", "# ", "+", "+ ",
        "-", "- ", "--", "---", "=", "===", ">", "> ", "\"", "'", "(", ")", "]", "{", "}", "/", "@", "$", "%", "^", "http", "https:", "//",
        "www", "www.", "mailto", "ftp:", "a@b.example", "C:", "é", "e\u0301", "\u00A0", "\u2003", "\u3000", "\u200B", "\u200D", "\u200F",
        "\u2028", "\u2029", "\u0085", "\u000B", "\u000C", "\uFEFF", "\u202E", "\u2067", "🙂", "\uD83D", "\uDE42", "\uFFFD", "\uFFFF",
        "\0", "\u0001", "\u007F", "…", "•", "–", "&", "<", "*", "_", "`", "[", "|", "~", "\\", "    ", "\n    ", "x\n\n", "TEL", "i.", "a)"
    ];

    [Theory]
    [InlineData("My printer does not print.\n\nIt says \"paper jam\" (room 214), since 10:30.\nThanks!")]
    [InlineData("5 > 4 and it's 50 % - or more + less = same #12 @anna C:/temp http: //")]
    [InlineData("\n\n a")]
    [InlineData("line\r\nline\r\n\r\nparagraph\r\n")]
    public void Ordinary_messages_read_the_same_both_ways(string markdown)
    {
        Assert.Equal(Renderer.RenderInFull(markdown, new HtmlTarget(3, null)), Renderer.ToHtml(markdown));
    }

    [Fact]
    public void Most_of_what_people_write_takes_the_short_way()
    {
        Assert.True(PlainParagraphs.Fits("Hello,\r\n\r\nmy printer (room 214) doesn't print; it says \"jam\".\r\nIt's 50 % full - 3 > 2.\r\n\r\nAnna"));
        Assert.True(PlainParagraphs.Fits(""));
        Assert.False(PlainParagraphs.Fits("- a list"));
    }

    [Fact]
    public void Random_text_reads_the_same_both_ways()
    {
        var random = new Random(20_240_611);
        var press = new HtmlPress(new MarkdownDialect());
        int taken = 0;
        for (int round = 0; round < 20_000; round++)
        {
            // Few kinds at a time: with all of them in play hardly a text would stay plain.
            string[] kinds = random.GetItems(Pieces, 4);
            string text = string.Concat(random.GetItems(kinds, random.Next(1, 9)));
            if (!PlainParagraphs.Fits(text))
            {
                continue;
            }
            taken++;
            string? full = press.TryRender(text, new HtmlTarget(3, null));
            if (full != PlainParagraphs.Write(text))
            {
                Assert.Fail($"{Escaped(text)} gives {Escaped(full)}, not {Escaped(PlainParagraphs.Write(text))}");
            }
        }
        Assert.InRange(taken, 2_000, 20_000);
    }

    [Fact]
    public void Every_single_character_reads_the_same_both_ways()
    {
        // At the start and end of a line and within, where each may mean something else.
        string[] samples = [.. Enumerable.Range(0, char.MaxValue + 1)
            .Select(code => $"{(char)code}a{(char)code}b {(char)code}\nc{(char)code}")
            .Where(sample => PlainParagraphs.Fits(sample))];
        Assert.InRange(samples.Length, 60_000, char.MaxValue);

        foreach (string[] some in samples.Chunk(200))
        {
            string text = string.Join("\n\n", some);
            Assert.Equal(Renderer.RenderInFull(text, new HtmlTarget(3, null)), PlainParagraphs.Write(text));
        }
    }

    private static string Escaped(string? text)
    {
        return System.Text.Json.JsonSerializer.Serialize(text);
    }
}
