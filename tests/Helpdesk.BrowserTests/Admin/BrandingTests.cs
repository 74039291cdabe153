using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Admin;

/// <summary>An admin sees what a colour does before it holds, with and without scripts; then all pages wear it.</summary>
public sealed class BrandingTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_colour_is_tried_out_while_it_is_typed_and_then_worn_by_all_pages()
    {
        var page = await site.OpenAsync(await site.AdminAsync());
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.Add(message.Text);
        await page.GotoAsync("/admin/branding");
        var button = page.Locator("#brand-preview .on-light .button.primary").First;
        var before = await ColourOfAsync(button);
        await page.GetByLabel("Colour", new() { Exact = true }).PressSequentiallyAsync("#ffcc00");
        await page.GetByText("Text on this button would be 1.5 : 1; we use #").WaitForAsync();
        await Assertions.Expect(button).Not.ToHaveCSSAsync("background-color", before);
        Assert.Equal(before, await ColourOfAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })));
        await page.MustFindNothingAsync("branding with a preview");

        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByText("All pages and mails look like this now.").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true })).Not.ToHaveCSSAsync("background-color", before);
        await page.GotoAsync("/queue");
        await page.MustFindNothingAsync("the queue in another colour");
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Without_scripts_a_button_shows_the_preview()
    {
        var page = await site.OpenAsync(await site.AdminAsync(), new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/admin/branding");
        await page.GetByLabel("Colour on dark", new() { Exact = true }).FillAsync("#101010");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true }).ClickAsync();
        await page.GetByText("On dark: Text on this button would be").WaitForAsync();
        Assert.Equal("#101010", await page.GetByLabel("Colour on dark", new() { Exact = true }).InputValueAsync());
    }

    private static Task<string> ColourOfAsync(ILocator element) => element.EvaluateAsync<string>("element => getComputedStyle(element).backgroundColor");
}
