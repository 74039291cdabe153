using Helpdesk.BrowserTests.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The editor in a browser: what is written is Markdown, whichever way one writes it.</summary>
public sealed class EditorTests(EditorSite site) : EditorJourney(site)
{
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
    public async Task Without_a_connection_a_text_in_another_spelling_stays_markdown()
    {
        Site.Body = "* one";
        var page = await Site.OpenAsync();
        await page.RouteAsync("**/preview", route => route.AbortAsync());
        await page.GotoAsync(EditorSite.Page);
        await Expect(page.GetByText("The editor needs a connection to take this text over.")).ToBeVisibleAsync();
        await page.UnrouteAsync("**/preview");
        await Tool(page, "Markdown").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Listitem)).ToHaveTextAsync("one");
        Assert.Equal("* one", await SentAsync(page));
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
        Site.Body = "Plain **Markdown**";
        var page = await Site.OpenAsync(null, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(EditorSite.Page);
        await page.GetByLabel("Body").FillAsync("Other *Markdown*");
        Assert.Equal("Other *Markdown*", await SentAsync(page));
    }

    [Fact]
    public async Task The_buttons_of_tables_show_where_the_cursor_is_in_one()
    {
        var (page, text) = await WriteAsync("First.\n\n| a | b |\n| --- | --- |\n| c | d |");
        await Expect(Tool(page, "Add row")).ToBeHiddenAsync();
        await text.GetByText("d", new() { Exact = true }).ClickAsync();
        await Expect(Tool(page, "Add row")).ToBeVisibleAsync();
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
}
