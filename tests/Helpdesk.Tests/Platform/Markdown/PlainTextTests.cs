using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

public sealed class PlainTextTests
{
    private static readonly MarkdownRenderer Renderer = new();

    [Theory]
    [InlineData("", "")]
    [InlineData("one\r\ntwo\n\n\n\nthree", "one\ntwo\n\nthree")]
    [InlineData("# Title\n\n**bold** *it* ~~del~~ &amp; \\*", "Title\n\nbold it del & *")]
    [InlineData("- a\n- b\n  - c\n    d\n- e", "- a\n- b\n  - c\n    d\n- e")]
    [InlineData("9. a\n10. b\n    more", "9. a\n10. b\n    more")]
    [InlineData("- a\n\n- b", "- a\n\n- b")]
    [InlineData("- [x] a\n- [ ] b", "- [x] a\n- [ ] b")]
    [InlineData("> a\n> > b\n> - c", "> a\n>\n> > b\n>\n> - c")]
    [InlineData("- > a\n  > b", "- > a\n  > b")]
    [InlineData("- - a\n  - b", "- - a\n  - b")]
    [InlineData("-\n- a", "- \n- a")]
    [InlineData("```js\nif (a < b) {\n    *c* [d](e)\n}\n```", "if (a < b) {\n    *c* [d](e)\n}")]
    [InlineData("|A|B|\n|-|-|\n|1|**2**|", "A | B\n1 | 2")]
    [InlineData("a\n\n---\n\nb", "a\n\n---\n\nb")]
    [InlineData("#\n\na", "a")]
    [InlineData("`code` and <b>", "code and <b>")]
    [InlineData("[unclosed [twice", "[unclosed [twice")]
    public void Structure_survives_as_text(string markdown, string expected)
    {
        Assert.Equal(expected, Renderer.ToPlainText(markdown));
    }

    [Theory]
    [InlineData("[words](https://a.example/b c)", "[words](https://a.example/b c)")]
    [InlineData("[words](<https://a.example/b c>)", "words (https://a.example/b%20c)")]
    [InlineData("[words](https://a.example)", "words (https://a.example)")]
    [InlineData("[**w** x](/kb/1)", "w x (https://help.example/kb/1)")]
    [InlineData("https://a.example/b", "https://a.example/b")]
    [InlineData("www.a.example", "www.a.example")]
    [InlineData("<anna@a.example>", "anna@a.example")]
    [InlineData("[anna@a.example](mailto:anna@a.example)", "anna@a.example")]
    [InlineData("[a.example](https://b.example/a.example)", "a.example (https://b.example/a.example)")]
    [InlineData("[](https://a.example)", "https://a.example")]
    [InlineData("[words](javascript:alert(1))", "words")]
    [InlineData("![A cat](https://b.example/cat.png)", "Picture: A cat (https://b.example/cat.png)")]
    [InlineData("![](data:x)", "Picture")]
    public void Links_are_followed_by_their_address(string markdown, string expected)
    {
        Assert.Equal(expected, Renderer.ToPlainText(markdown, new Uri("https://help.example/")));
    }

    [Fact]
    public void Without_an_address_of_our_own_a_path_stays_a_path()
    {
        Assert.Equal("x (/kb/1)", Renderer.ToPlainText("[x](/kb/1)"));
    }

    [Theory]
    [InlineData("", 10, "")]
    [InlineData("short", 5, "short")]
    [InlineData("Hello **there**,\n\n- see [the page](https://a.example)\n> quote", 80, "Hello there, see the page quote")]
    [InlineData("one two three", 12, "one two…")]
    [InlineData("one two three", 13, "one two three")]
    [InlineData("one two three", 8, "one two…")]
    [InlineData("one two three", 7, "one…")]
    [InlineData("a incomprehensibilities", 12, "a incompreh…")]
    [InlineData("incomprehensibilities", 6, "incom…")]
    [InlineData("x", 1, "x")]
    [InlineData("xy", 1, "…")]
    [InlineData("  plain   text\n\nwith\tgaps ", 40, "plain text with gaps")]
    [InlineData("|A|B|\n|-|-|\n|1|2|", 40, "A B 1 2")]
    [InlineData("![A cat](https://b.example/c.png) `x`", 40, "Picture: A cat x")]
    [InlineData("- [x] done\n- [ ] open", 40, "done open")]
    [InlineData("a\u202Eb\u2067c\u2069d\u0007e", 40, "abcde")]
    public void A_preview_is_one_line_cut_between_words(string markdown, int maximumLength, string expected)
    {
        Assert.Equal(expected, Renderer.Preview(markdown, maximumLength));
    }

    [Theory]
    [InlineData("🙂🙂🙂🙂")]
    [InlineData("e\u0301e\u0301e\u0301e\u0301e\u0301")]
    [InlineData("👩‍👩‍👧‍👦👩‍👩‍👧‍👦")]
    [InlineData("🇩🇪🇫🇷🇮🇹")]
    [InlineData("ab e\u0301e\u0301e\u0301e\u0301 🙂🙂")]
    public void A_preview_cuts_no_character_in_two(string text)
    {
        var whole = new System.Globalization.StringInfo(text);
        for (int maximum = 1; maximum <= text.Length; maximum++)
        {
            string preview = Renderer.Preview(text, maximum);
            Assert.InRange(preview.Length, 0, maximum);
            string kept = preview.TrimEnd('…');
            bool endsBetweenCharacters = Enumerable.Range(0, whole.LengthInTextElements + 1)
                .Any(count => (count == 0 ? "" : whole.SubstringByTextElements(0, count)).TrimEnd() == kept);
            Assert.True(endsBetweenCharacters, $"{maximum}: {preview}");
        }
    }

    [Fact]
    public void A_preview_of_a_long_message_reads_only_its_beginning()
    {
        string message = "First words. " + string.Concat(Enumerable.Repeat("🙂🙂 **more** and more\n", 4_000));
        Assert.Equal("First words. 🙂🙂…", Renderer.Preview(message, 20));
        Assert.Equal("beginning…", Renderer.Preview("beginning\n" + new string('\n', 5_000) + "end", 20));
        Assert.Throws<ArgumentOutOfRangeException>(() => Renderer.Preview("x", 0));
    }
}
