using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Admin;

/// <summary>An admin changes settings by their names, with and without scripts.</summary>
public sealed class SettingsTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_reaches_far_asks_first(bool hasScripts)
    {
        var page = await site.OpenAsync(await site.AdminAsync(), new BrowserNewContextOptions { JavaScriptEnabled = hasScripts });
        await page.GotoAsync("/admin/settings");
        await page.GetByRole(AriaRole.Link, new() { Name = "Knowledge base" }).And(page.Locator("main a")).ClickAsync();
        var reading = page.GetByRole(AriaRole.Checkbox, new() { Name = "Public reading" });
        await reading.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" }).WaitForAsync();
        Assert.True(await reading.IsCheckedAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save all the same" }).ClickAsync();
        await page.GetByText("Saved.").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Back to default for Public reading" }).ClickAsync();
        await Assertions.Expect(reading).Not.ToBeCheckedAsync();
    }

    [Fact]
    public async Task A_wrong_value_is_told_beside_the_field()
    {
        var page = await site.OpenAsync(await site.AdminAsync());
        await page.GotoAsync("/admin/settings/tickets");
        await page.GetByLabel("Remind after").FillAsync("soon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a whole number from 0 to 365." }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Remind after")).ToBeFocusedAsync();
        await page.MustFindNothingAsync("settings with an error");
    }

    [Fact]
    public async Task On_a_phone_the_row_of_places_shows_the_present_one()
    {
        var page = await site.OpenAsync(await site.AdminAsync(), new BrowserNewContextOptions { ViewportSize = new() { Width = 375, Height = 800 } });
        await page.GotoAsync("/admin/health");
        await Assertions.Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Admin" }).GetByRole(AriaRole.Link, new() { Name = "Health" }))
            .ToBeInViewportAsync(new() { Ratio = 1 });
    }
}
