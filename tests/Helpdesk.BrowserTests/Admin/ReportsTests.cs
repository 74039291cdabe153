using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Admin;

/// <summary>The overview and the reports as people see them: drawn, as tables, without script, in both themes, on a phone.</summary>
public sealed class ReportsTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    // Whether anything but the ground was drawn, and in which colours.
    private const string Colours = """
        canvas => {
          const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
          const found = new Set();
          for (let i = 0; i < data.length; i += 4) {
            if (data[i + 3] === 255) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
          }
          return [...found].sort().join(' ');
        }
        """;

    [Fact]
    public async Task Charts_are_drawn_from_their_tables_and_again_when_the_theme_changes()
    {
        var admin = await FillAsync();
        var page = await site.OpenAsync(admin);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [message.Text] : Array.Empty<string>());
        await page.GotoAsync("/admin/reports?range=7");
        var chart = page.GetByRole(AriaRole.Img, new() { Name = "Chart: Created and resolved. The table says the same." });
        await Expect(chart).ToBeVisibleAsync();
        await Expect(page.Locator("[data-chart=flow][data-drawn]")).ToBeVisibleAsync();
        var light = await chart.EvaluateAsync<string>(Colours);
        Assert.Contains("11,89,96", light, StringComparison.Ordinal);

        var table = page.GetByRole(AriaRole.Table, new() { Name = "Created and resolved" });
        await Expect(table).ToBeHiddenAsync();
        await page.GetByText("Show table: Created and resolved").ClickAsync();
        await Expect(table).ToBeVisibleAsync();
        await Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(8);
        await Expect(page.GetByText("Not enough tickets for a trend yet (0 of 20).")).ToHaveCountAsync(2);

        await page.EvaluateAsync("() => { document.documentElement.dataset.theme = 'dark'; }");
        await Expect(page.Locator("[data-chart=flow][data-drawn=dark]")).ToBeVisibleAsync();
        Assert.Contains("124,207,202", await chart.EvaluateAsync<string>(Colours), StringComparison.Ordinal);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task The_range_is_chosen_with_the_keyboard_and_stays_in_the_address()
    {
        var page = await site.OpenAsync(await FillAsync());
        await page.GotoAsync("/admin/reports");
        await page.GetByRole(AriaRole.Radio, new() { Name = "90 days" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Figures of each agent" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).PressAsync("Enter");
        await page.MustComeToAsync("**/admin/reports?range=90*agents=true");
        await Expect(page.GetByRole(AriaRole.Radio, new() { Name = "90 days" })).ToBeCheckedAsync();
        await Expect(page.GetByRole(AriaRole.Table, new() { Name = "By agent" })).ToBeVisibleAsync();
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV: By category" }).ClickAsync());
        Assert.StartsWith("report-categories-", file.SuggestedFilename, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_script_the_tables_are_there()
    {
        var page = await site.OpenAsync(await FillAsync(), new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/admin/reports");
        await page.GetByLabel("7 days").CheckAsync();
        await page.GetByText("Show", new() { Exact = true }).ClickAsync();
        await page.MustComeToAsync("**/admin/reports?range=7*");
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Created" }).First).ToBeVisibleAsync();
        await Expect(page.Locator("#table-flow")).ToBeVisibleAsync();
        await Expect(page.Locator("canvas").First).ToBeHiddenAsync();
    }

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/reports?range=today&agents=true")]
    [InlineData("/admin/reports?from=2024-01-01&to=2023-01-01")]
    public async Task Nothing_stands_in_anybodys_way(string address)
    {
        var page = await site.OpenAsync(await FillAsync());
        await page.GotoAsync(address);
        await page.MustFindNothingAsync(address);
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync(address);
        await page.MustFindNothingAsync($"{address} on a phone");
    }

    private async Task<Person> FillAsync()
    {
        // As many as a chart needs; nobody may file so many alone.
        Person[] requesters = [await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber")];
        for (var i = 0; i < 20; i++)
        {
            await site.FileAsync(requesters[i % 2], $"Matter {i}");
        }

        return await site.AdminAsync();
    }
}
