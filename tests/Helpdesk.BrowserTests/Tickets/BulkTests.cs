using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Changing many tickets with the keyboard alone, and taking it back.</summary>
public sealed class BulkTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Rows_are_chosen_changed_and_taken_back_without_a_mouse()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await site.FileAsync(requester, "Row one");
        await site.FileAsync(requester, "Row two");
        await site.FileAsync(requester, "Row three");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue?view=open", new() { WaitUntil = WaitUntilState.Load });
        var bar = page.GetByRole(AriaRole.Toolbar, new() { Name = "Bulk actions" });
        await Expect(bar).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("x");
        await Expect(bar).ToContainTextAsync("2 selected");
        await page.MustFindNothingAsync("the queue with rows chosen");
        await bar.GetByLabel("Priority").SelectOptionAsync("urgent");
        await bar.GetByLabel("Add tags").FillAsync("bulk");
        await bar.GetByLabel("Add tags").PressAsync("Enter");
        await Expect(page.GetByText("2 tickets changed.")).ToBeVisibleAsync();
        await Expect(page.Locator("tbody .priority.urgent")).ToHaveCountAsync(2);
        await page.MustFindNothingAsync("the queue after a bulk change");
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync("the queue after a bulk change");

        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByText("Taken back.")).ToBeVisibleAsync();
        await page.GotoAsync("/queue?view=open");
        await Expect(page.Locator("tbody .priority.urgent")).ToHaveCountAsync(0);
    }
}
