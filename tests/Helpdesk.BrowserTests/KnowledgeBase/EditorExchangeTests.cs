using Helpdesk.BrowserTests.Browsing;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>What the editor asks of the server and takes from elsewhere: pictures, links, foreign text, and saving by itself.</summary>
public sealed class EditorExchangeTests(EditorSite site) : EditorJourney(site)
{
    private static readonly FilePayload Lamp = new() { Name = "lamp.png", MimeType = "image/png", Buffer = Picture.Bytes };

    [Fact]
    public async Task A_picture_is_added_with_words_and_a_refusal_is_a_sentence()
    {
        Site.Upload = file => Results.Problem($"{file.FileName} is not really a picture. Save it again and retry.", statusCode: 400);
        var (page, text) = await WriteAsync("Look:");
        await text.GetByText("Look:").ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" ");
        await Tool(page, "Picture").ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add picture" });
        var add = dialog.GetByRole(AriaRole.Button, new() { Name = "Add picture" });
        await add.ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Choose a picture.");
        await dialog.GetByLabel("Picture").SetInputFilesAsync(Lamp);
        await add.ClickAsync();
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Describe the picture, or mark it as decorative.");
        await Expect(dialog.GetByLabel("What does it show?")).ToBeFocusedAsync();
        await page.MustFindNothingAsync("the dialog for a picture");
        await page.Keyboard.TypeAsync("A [red] lamp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("lamp.png is not really a picture. Save it again and retry.");
        Site.Upload = EditorSite.Taken;
        await add.ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(text.GetByRole(AriaRole.Img, new() { Name = "A [red] lamp" })).ToBeVisibleAsync();
        Assert.Contains(Site.Posts, post => post.Path.EndsWith("/images", StringComparison.Ordinal) && post.Fields["__RequestVerificationToken"] == "token");
        Assert.Equal($"Look: ![A \\[red\\] lamp]({EditorSite.Lamp})", await SentAsync(page));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_picture_that_is_pasted_is_asked_about(bool isRich)
    {
        var (page, text) = await WriteAsync("");
        if (!isRich)
        {
            await Tool(page, "Markdown").ClickAsync();
        }

        await (isRich ? text : page.Locator("textarea")).FocusAsync();
        await page.EvaluateAsync(
            """
            bytes => {
              const data = new DataTransfer();
              data.items.add(new File([new Uint8Array(bytes)], 'lamp.png', { type: 'image/png' }));
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            Picture.Bytes.Select(value => (int)value).ToArray());
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add picture" });
        await Expect(dialog.GetByText("lamp.png")).ToBeVisibleAsync();
        await dialog.GetByLabel("Decorative").CheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Add picture" }).ClickAsync();
        await Expect(page.Locator("textarea")).ToHaveValueAsync($"![]({EditorSite.Lamp})");
    }

    [Fact]
    public async Task A_link_leads_to_an_article_that_was_found_or_to_an_address()
    {
        var (page, text) = await WriteAsync("See here and there.");
        await text.GetByText("here").ClickAsync();
        await page.Keyboard.PressAsync("Control+a");
        await page.Keyboard.PressAsync("Control+k");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add link" });
        await dialog.GetByLabel("Find an article").PressSequentiallyAsync("vpn");
        await Expect(dialog.GetByText("2 articles found.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the dialog for a link");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("textarea")).ToHaveValueAsync("[See here and there.](/kb/vpn-at-home)");

        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.TypeAsync(" ");
        await Tool(page, "Link").ClickAsync();
        await dialog.GetByLabel("Or an address").FillAsync("javascript:alert(1)");
        await page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Enter an address like https://example.com, or choose an article.");
        await dialog.GetByLabel("Or an address").FillAsync("acme.example/a_b");
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("[See here and there.](/kb/vpn-at-home) <https://acme.example/a_b>", await SentAsync(page));
    }

    [Fact]
    public async Task What_comes_from_word_is_cleaned()
    {
        var (page, text) = await WriteAsync("");
        await text.FocusAsync();
        await page.EvaluateAsync(
            """
            html => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {color: red}</style></head><body>
            <!--StartFragment--><h1>Title<o:p></o:p></h1>
            <p class=MsoNormal style="color:red">Some <b style="mso-bidi-font-weight:normal">bold</b> and <span style="font-style:italic">slanted</span> text<script>alert(1)</script><o:p></o:p></p>
            <p class=MsoNormal>&nbsp;</p>
            <p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>one</p>
            <p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">o<span>&nbsp;&nbsp; </span></span>inner</p>
            <p class=MsoListParagraph style="text-indent:-18pt;mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">·<span>&nbsp;&nbsp; </span></span>two</p>
            <table><tr><td><p>a</p><p>b</p></td><td>c</td></tr><tr><td>d</td><td><img src="https://spy.example/x.gif">e</td></tr></table>
            <p><a href="https://acme.example/">link</a> <a href="javascript:alert(1)">no link</a></p>
            <!--EndFragment--></body></html>
            """);
        Assert.Equal(
            "## Title\n\nSome **bold** and _slanted_ text\n\n- one\n  - inner\n- two\n\n| a b | c |\n| --- | --- |\n| d | e |\n\n[link](https://acme.example/) no link",
            await SentAsync(page));
    }

    [Fact]
    public async Task The_text_is_saved_by_itself_and_kept_when_it_cannot_be()
    {
        Site.Save = _ => Results.Json(new { version = "7" });
        var (page, text) = await WriteAsync("Kept");
        await text.GetByText("Kept").ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" one");
        var status = page.GetByRole(AriaRole.Status);
        await Expect(status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Saved \d\d:\d\d$"));
        Assert.Equal("Kept one", Site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Body"]);

        Site.Save = _ => Results.StatusCode(503);
        await page.Keyboard.TypeAsync(" two");
        await Expect(status).ToHaveTextAsync("Not saved. Your text is kept on this device.");
        Assert.Equal("7", Site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Version"]);

        Site.Save = _ => Results.Problem("Dana Kim saved another text meanwhile.", statusCode: 412, extensions: new Dictionary<string, object?> { ["mergeUrl"] = "/kb/manage/1/merge" });
        await page.ReloadAsync();
        await Expect(text.GetByText("Kept one two")).ToBeVisibleAsync();
        await Expect(status).ToContainTextAsync("Dana Kim saved another text meanwhile. Your text is kept on this device.");
        await Expect(status.GetByRole(AriaRole.Link, new() { Name = "Compare and merge" })).ToHaveAttributeAsync("href", "/kb/manage/1/merge");
        Assert.Equal("7", Site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Version"]);
        Site.Save = _ => Results.Json(new { version = "2" });
    }
}
