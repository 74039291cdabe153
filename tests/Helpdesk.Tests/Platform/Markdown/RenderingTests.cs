using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

public sealed class RenderingTests
{
    private static readonly MarkdownRenderer Renderer = new();
    private static readonly Uri PublicUrl = new("https://help.example/desk/");

    [Theory]
    [InlineData("", "")]
    [InlineData("  \n\n ", "")]
    [InlineData("Hello", "<p>Hello</p>")]
    [InlineData("one\ntwo\r\nthree\n\nfour", "<p>one<br>\ntwo<br>\nthree</p>\n<p>four</p>")]
    [InlineData("**bold** *italic* ~~gone~~ `code <b>`", "<p><strong>bold</strong> <em>italic</em> <del>gone</del> <code>code &lt;b&gt;</code></p>")]
    [InlineData("# A\n## B\n### C\n#### D\n##### E", "<h3>A</h3>\n<h4>B</h4>\n<h5>C</h5>\n<h6>D</h6>\n<h6>E</h6>")]
    [InlineData("- a\n- b\n  - c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>")]
    [InlineData("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>")]
    [InlineData("> said\n> he", "<blockquote>\n<p>said<br>\nhe</p>\n</blockquote>")]
    [InlineData("a\n\n---\n\nb", "<p>a</p>\n<hr>\n<p>b</p>")]
    [InlineData("```json\n{\"a\": 1}\n```", "<pre><code class=\"language-json\">{\"a\": 1}\n</code></pre>")]
    [InlineData("```\nx < y & z\n\n  two\n```", "<pre><code>x &lt; y &amp; z\n\n  two\n</code></pre>")]
    [InlineData("Thanks\n--\nAnna", "<p>Thanks<br>\n--<br>\nAnna</p>")]
    [InlineData("AT&T &amp; &copy; 5 > 4 < 6 \"q\"", "<p>AT&amp;T &amp; © 5 &gt; 4 &lt; 6 \"q\"</p>")]
    [InlineData("שלום 你好 🙂 é", "<p>שלום 你好 🙂 é</p>")]
    [InlineData("#\n\ntext", "\n<p>text</p>")]
    [InlineData("before\uFFFF **after**", "<p>before\uFFFD <strong>after</strong></p>")]
    public void Markdown_becomes_the_HTML_it_should(string markdown, string expected)
    {
        Assert.Equal(expected, Renderer.ToHtml(markdown));
    }

    [Theory]
    [InlineData("[words](https://a.example/b?c=d&e=f)", "<a href=\"https://a.example/b?c=d&amp;e=f\" rel=\"noopener nofollow\">words</a>")]
    [InlineData("[words](https://a.example \"A title\")", "<a href=\"https://a.example\" rel=\"noopener nofollow\" title=\"A title\">words</a>")]
    [InlineData("[words](/kb/printers)", "<a href=\"/kb/printers\" rel=\"noopener nofollow\">words</a>")]
    [InlineData("[words](mailto:anna@a.example)", "<a href=\"mailto:anna@a.example\" rel=\"noopener nofollow\">words</a>")]
    [InlineData("[words][1]\n\n[1]: HTTP://a.example", "<a href=\"HTTP://a.example\" rel=\"noopener nofollow\">words</a>")]
    [InlineData("https://a.example/x_y_z", "<a href=\"https://a.example/x_y_z\" rel=\"noopener nofollow\">https://a.example/x_y_z</a>")]
    [InlineData("www.a.example", "<a href=\"https://www.a.example\" rel=\"noopener nofollow\">www.a.example</a>")]
    [InlineData("<anna@a.example>", "<a href=\"mailto:anna@a.example\" rel=\"noopener nofollow\">anna@a.example</a>")]
    [InlineData("[](https://a.example/)", "<a href=\"https://a.example/\" rel=\"noopener nofollow\">https://a.example/</a>")]
    [InlineData("[ä](https://a.example/ä%20b)", "<a href=\"https://a.example/%C3%A4%20b\" rel=\"noopener nofollow\">ä</a>")]
    public void Links_say_where_they_lead(string markdown, string expected)
    {
        Assert.Equal($"<p>{expected}</p>", Renderer.ToHtml(markdown));
    }

    [Theory]
    [InlineData("![A cat](https://b.example/cat.png)", "<a class=\"remote-image\" href=\"https://b.example/cat.png\" rel=\"noopener nofollow\">Picture: A cat (b.example)</a>")]
    [InlineData("![](https://b.example/cat.png)", "<a class=\"remote-image\" href=\"https://b.example/cat.png\" rel=\"noopener nofollow\">Picture (b.example)</a>")]
    [InlineData("![The jam](/files/12/jam.png)", "<img src=\"/files/12/jam.png\" alt=\"The jam\" loading=\"lazy\">")]
    [InlineData("![The jam](/other/jam.png)", "<a class=\"remote-image\" href=\"/other/jam.png\" rel=\"noopener nofollow\">Picture: The jam</a>")]
    [InlineData("![x](/files/../sign-out)", "<a class=\"remote-image\" href=\"/files/../sign-out\" rel=\"noopener nofollow\">Picture: x</a>")]
    [InlineData("[![A cat](https://b.example/cat.png)](https://a.example)", "<a href=\"https://a.example\" rel=\"noopener nofollow\">Picture: A cat (b.example)</a>")]
    [InlineData("[![The jam](/files/12/jam.png)](https://a.example)", "<a href=\"https://a.example\" rel=\"noopener nofollow\"><img src=\"/files/12/jam.png\" alt=\"The jam\" loading=\"lazy\"></a>")]
    public void Only_our_own_pictures_are_shown_in_place(string markdown, string expected)
    {
        Assert.Equal($"<p>{expected}</p>", Renderer.ToHtml(markdown));
    }

    [Fact]
    public void A_table_can_be_scrolled_with_the_keyboard_and_names_its_columns()
    {
        string html = Renderer.ToHtml("| A | B | |\n|:--|--:|:-:|\n| 1 | **2** | 3 |");
        Assert.Equal(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table\"><table>\n<thead>\n<tr>\n"
            + "<th scope=\"col\" class=\"align-left\">A</th>\n<th scope=\"col\" class=\"align-right\">B</th>\n<td></td>\n</tr>\n</thead>\n"
            + "<tbody>\n<tr>\n<td class=\"align-left\">1</td>\n<td class=\"align-right\"><strong>2</strong></td>\n"
            + "<td class=\"align-center\">3</td>\n</tr>\n</tbody>\n</table></div>",
            html);
    }

    [Fact]
    public void A_task_list_tells_its_state_without_a_box_to_click()
    {
        Assert.Equal(
            "<ul class=\"contains-task-list\">\n"
            + "<li class=\"task-list-item\"><span class=\"task-mark\" role=\"img\" aria-label=\"Done\">☑</span> a</li>\n"
            + "<li class=\"task-list-item\"><span class=\"task-mark\" role=\"img\" aria-label=\"Not done\">☐</span> b</li>\n</ul>",
            Renderer.ToHtml("- [x] a\n- [ ] b"));
    }

    [Theory]
    [InlineData(2, "<h2>A</h2>\n<h3>C</h3>")]
    [InlineData(6, "<h6>A</h6>\n<h6>C</h6>")]
    public void The_page_says_how_deep_headings_begin(int topHeading, string expected)
    {
        Assert.Equal(expected, Renderer.ToHtml("# A\n### C", topHeading));
        Assert.Throws<ArgumentOutOfRangeException>(() => Renderer.ToHtml("# A", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Renderer.ToHtml("# A", 7));
    }

    [Theory]
    [InlineData("## A\n\n#### B\n\n## C", "<h2>A</h2>\n<h3>B</h3>\n<h2>C</h2>")]
    [InlineData("### A\n\n# B\n\n## C", "<h2>A</h2>\n<h2>B</h2>\n<h3>C</h3>")]
    [InlineData("# A\n\n##\n\n### B", "<h2>A</h2>\n\n<h3>B</h3>")]
    public void Headings_leave_no_level_out(string markdown, string expected)
    {
        Assert.Equal(expected, Renderer.ToHtml(markdown, 2));
    }

    [Theory]
    [InlineData("[x](/kb/1)", "<p><a href=\"https://help.example/kb/1\" rel=\"noopener nofollow\">x</a></p>")]
    [InlineData("[x](https://a.example)", "<p><a href=\"https://a.example\" rel=\"noopener nofollow\">x</a></p>")]
    [InlineData("![x](/files/1/a.png)", "<p><a href=\"https://help.example/files/1/a.png\" rel=\"noopener nofollow\">Picture: x</a></p>")]
    [InlineData("- [x] a", "<ul>\n<li>☑ a</li>\n</ul>")]
    [InlineData("|A|\n|-:|\n|1|", "<table>\n<thead>\n<tr>\n<th scope=\"col\" align=\"right\">A</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td align=\"right\">1</td>\n</tr>\n</tbody>\n</table>")]
    [InlineData("```js\nx\n```", "<pre><code>x\n</code></pre>")]
    [InlineData("one\ntwo", "<p>one<br>\ntwo</p>")]
    public void A_mail_knows_the_whole_address_and_nothing_to_operate(string markdown, string expected)
    {
        Assert.Equal(expected, Renderer.ToMailHtml(markdown, PublicUrl));
    }

    [Fact]
    public async Task One_instance_serves_many_threads()
    {
        string[] messages = [.. HostileMarkdown.All.Select(hostile => hostile.Text)];
        string[] expected = [.. messages.Select(message => new MarkdownRenderer().ToHtml(message))];

        await Parallel.ForAsync(0, 16, (round, _) =>
        {
            for (int i = 0; i < messages.Length; i++)
            {
                int number = (i + (round * 7)) % messages.Length;
                Assert.Equal(expected[number], Renderer.ToHtml(messages[number]));
            }
            return ValueTask.CompletedTask;
        });
    }
}
