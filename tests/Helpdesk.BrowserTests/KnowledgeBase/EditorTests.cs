using System.Collections.Concurrent;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The editor in a browser: what is written is Markdown, whichever way one writes it.</summary>
public sealed class EditorTests(EditorSite site) : IClassFixture<EditorSite>
{
    private readonly ConcurrentQueue<string> problems = new();
    private static readonly FilePayload Lamp = new() { Name = "lamp.png", MimeType = "image/png", Buffer = Picture.Bytes };

    [Fact]
    public async Task What_is_written_with_keys_and_buttons_is_sent_as_markdown()
    {
        var (page, text) = await WriteAsync("");
        await text.FocusAsync();
        await page.Keyboard.TypeAsync("Press ");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("the lamp");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(" *twice*");
        await page.Keyboard.PressAsync("Enter");
        await Tool(page, "Heading 2").ClickAsync();
        await page.Keyboard.TypeAsync("Then");
        await page.Keyboard.PressAsync("Enter");
        await Tool(page, "Numbered list").ClickAsync();
        await page.Keyboard.TypeAsync("wait");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Control+i");
        await page.Keyboard.TypeAsync("go on");
        await Expect(Tool(page, "Italic")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(Tool(page, "Bold")).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(Tool(page, "Numbered list")).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("Press **the lamp** _twice_\n\n## Then\n\n1. wait\n2. _go on_", await SentAsync(page));
    }

    [Fact]
    public async Task One_button_leads_to_the_markdown_and_back_with_the_cursor_where_it_was()
    {
        var (page, text) = await WriteAsync("## Start\n\nOne **two** three.\n\n- four");
        await text.GetByText("three").ClickAsync();
        await page.Keyboard.PressAsync("End");
        await Tool(page, "Markdown").ClickAsync();
        var field = page.Locator("textarea");
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("## Start\n\nOne **two** three.\n\n- four");
        await page.Keyboard.TypeAsync(" Then");
        await Expect(field).ToHaveValueAsync("## Start\n\nOne **two** three. Then\n\n- four");
        await Tool(page, "Markdown").ClickAsync();
        await Expect(text).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync(" stop.");
        await Expect(text.GetByText("One two three. Then stop.")).ToBeVisibleAsync();
        Assert.Equal("## Start\n\nOne **two** three. Then stop.\n\n- four", await SentAsync(page));
    }

    [Fact]
    public async Task Markdown_is_an_equal_with_the_same_buttons()
    {
        var (page, _) = await WriteAsync("");
        await Tool(page, "Markdown").ClickAsync();
        await Tool(page, "Heading 3").ClickAsync();
        await page.Keyboard.TypeAsync("Lamps\n\nred");
        await page.Keyboard.PressAsync("Shift+Home");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.PressAsync("Control+End");
        await Tool(page, "Table").ClickAsync();
        Assert.Equal("### Lamps\n\n**red**\n\n| heading | heading |\n| --- | --- |\n| text | text |", await SentAsync(page));
    }

    [Theory]
    [InlineData("- a\n\n  ```\n  \ttabbed code in an item\n  ```")]
    [InlineData("one\n<div>\ntwo")]
    public async Task A_text_that_the_editor_would_change_stays_markdown_and_says_why(string body)
    {
        var (page, text) = await OpenAsync(body);
        await Expect(page.GetByText("This text holds Markdown that the editor would change.")).ToBeVisibleAsync();
        await Expect(text).ToBeHiddenAsync();
        await Expect(page.Locator("textarea")).ToHaveValueAsync(body);
        Assert.Equal(body, await SentAsync(page));
    }

    [Fact]
    public async Task A_text_in_another_spelling_is_kept_letter_by_letter_until_it_is_changed()
    {
        const string Body = "* one\n* __two__\n\n***\nC:\\Temp --\n~5";
        var (page, text) = await WriteAsync(Body);
        Assert.Equal(Body, await SentAsync(page));
        (page, text) = await WriteAsync(Body);
        await text.GetByText("one").ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync("!");
        Assert.Equal("- one!\n- **two**\n\n---\n\nC:\\Temp --\n~5", await SentAsync(page));
    }

    [Fact]
    public async Task Without_script_there_is_the_field()
    {
        site.Body = "Plain **Markdown**";
        var page = await site.OpenAsync(null, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(EditorSite.Page);
        await page.GetByLabel("Body").FillAsync("Other *Markdown*");
        Assert.Equal("Other *Markdown*", await SentAsync(page));
    }

    [Fact]
    public async Task A_picture_is_added_with_words_and_a_refusal_is_a_sentence()
    {
        site.Upload = file => Results.Problem($"{file.FileName} is not really a picture. Save it again and retry.", statusCode: 400);
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
        site.Upload = EditorSite.Taken;
        await add.ClickAsync();
        await Expect(dialog).ToBeHiddenAsync();
        await Expect(text.GetByRole(AriaRole.Img, new() { Name = "A [red] lamp" })).ToBeVisibleAsync();
        Assert.Contains(site.Posts, post => post.Path.EndsWith("/images", StringComparison.Ordinal) && post.Fields["__RequestVerificationToken"] == "token");
        Assert.Equal("Look: ![A \\[red\\] lamp](/files/kb/articles/images/lamp.png)", await SentAsync(page));
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
        await Expect(page.Locator("textarea")).ToHaveValueAsync("![](/files/kb/articles/images/lamp.png)");
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
    public async Task A_table_grows_and_shrinks_and_is_left_by_the_keys()
    {
        var (page, _) = await WriteAsync("");
        await Tool(page, "Table").ClickAsync();
        await page.Keyboard.TypeAsync("a");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("b");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.TypeAsync("c|d");
        await page.Keyboard.PressAsync("Tab");
        await page.MustFindNothingAsync("the editor with a table");
        await Tool(page, "Add row").ClickAsync();
        await Tool(page, "Delete column").ClickAsync();
        Assert.Equal("| a | Heading 3 |\n| --- | --- |\n| c\\|d | |\n| | |\n| | |", await SentAsync(page));
    }

    [Fact]
    public async Task The_text_is_saved_by_itself_and_kept_when_it_cannot_be()
    {
        site.Save = _ => Results.Json(new { version = "7" });
        var (page, text) = await WriteAsync("Kept");
        await text.GetByText("Kept").ClickAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.TypeAsync(" one");
        var status = page.GetByRole(AriaRole.Status);
        await Expect(status).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Saved \d\d:\d\d$"));
        Assert.Equal("Kept one", site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Body"]);

        site.Save = _ => Results.StatusCode(503);
        await page.Keyboard.TypeAsync(" two");
        await Expect(status).ToHaveTextAsync("Not saved. Your text is kept on this device.");
        Assert.Equal("7", site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Version"]);

        site.Save = _ => Results.Problem("Dana Kim saved another text meanwhile.", statusCode: 412, extensions: new Dictionary<string, object?> { ["mergeUrl"] = "/kb/manage/1/merge" });
        await page.ReloadAsync();
        await Expect(text.GetByText("Kept one two")).ToBeVisibleAsync();
        await Expect(status).ToContainTextAsync("Dana Kim saved another text meanwhile. Your text is kept on this device.");
        await Expect(status.GetByRole(AriaRole.Link, new() { Name = "Compare and merge" })).ToHaveAttributeAsync("href", "/kb/manage/1/merge");
        Assert.Equal("7", site.Posts.Last(post => post.Path.EndsWith("/draft", StringComparison.Ordinal)).Fields["Version"]);
        site.Save = _ => Results.Json(new { version = "2" });
    }

    [Fact]
    public async Task Everything_has_a_name_and_is_reached_by_keys_on_every_screen()
    {
        var (page, text) = await WriteAsync("## Heading\n\nText with [link](/kb/x), `code` and ![A lamp](/files/kb/lamp.png)\n\n- [x] done\n\n| a |\n| --- |\n| b |\n\n```js\nlet x;\n```");
        await Expect(text).ToHaveAttributeAsync("aria-multiline", "true");
        await page.GetByLabel("Title").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(Tool(page, "Bold")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(Tool(page, "Preview")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(Tool(page, "Italic")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        await Expect(text).ToBeFocusedAsync();
        await page.MustFindNothingAsync("the editor");
        await page.SetViewportSizeAsync(320, 700);
        await page.MustFitAsync("the editor");
        await Tool(page, "Preview").ClickAsync();
        await Expect(page.Locator(".preview h2")).ToHaveTextAsync("Heading");
        await Expect(Tool(page, "Bold")).ToBeHiddenAsync();
        await page.MustFindNothingAsync("the preview");
        await page.MustFitAsync("the preview");
        await Tool(page, "Preview").ClickAsync();
        await Tool(page, "Markdown").ClickAsync();
        await page.MustFindNothingAsync("the Markdown");
        await page.MustFitAsync("the Markdown");
    }

    private static ILocator Tool(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private async Task<(IPage Page, ILocator Text)> WriteAsync(string body)
    {
        var (page, text) = await OpenAsync(body);
        await Expect(text).ToBeVisibleAsync();
        return (page, text);
    }

    private async Task<(IPage Page, ILocator Text)> OpenAsync(string body)
    {
        site.Body = body;
        var page = await site.OpenAsync();
        page.Console += (_, message) =>
        {
            // An answer that is no success is one too; what the content security policy forbids must not be tried.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                problems.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(EditorSite.Page);
        return (page, page.GetByRole(AriaRole.Textbox, new() { Name = "Body" }).And(page.Locator("[contenteditable]")));
    }

    private async Task<string> SentAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.WaitForURLAsync("**" + EditorSite.Page);
        await Eventually.TrueAsync("the form is sent", () => Task.FromResult(site.Posts.Any(post => post.Path.EndsWith("/save", StringComparison.Ordinal))));
        var sent = site.Posts.Last(post => post.Path.EndsWith("/save", StringComparison.Ordinal));
        site.Posts.Clear();
        Assert.Empty(problems);
        return sent.Fields["Body"];
    }
}
