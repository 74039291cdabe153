using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Account;

/// <summary>The bell, the list behind it and the choices, as people use them.</summary>
public sealed class NewsTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task The_bell_counts_without_a_reload_and_leads_to_the_answer()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        var page = await site.OpenAsync(requester);
        await page.GotoAsync("/notifications", new() { WaitUntil = WaitUntilState.Load });
        await Expect(page.GetByText("Nothing new.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("no notifications");

        await site.SayAsync(agent, ticket, "A new one is on its way.");
        await page.GetByRole(AriaRole.Link, new() { Name = "Notifications, 1 unread" }).ClickAsync();
        await Expect(page.GetByText("Ana Lindqvist answered.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("notifications");
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync("notifications");

        await page.GetByRole(AriaRole.Link, new() { Name = $"#{ticket.Number} The lamp is dark" }).ClickAsync();
        await Expect(page.GetByText("A new one is on its way.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Notifications", Exact = true })).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Choices_are_made_with_and_without_script(bool hasScript)
    {
        var agent = await site.AgentAsync();
        var page = await site.OpenAsync(agent, new BrowserNewContextOptions { JavaScriptEnabled = hasScript });
        await page.GotoAsync("/account/notifications");
        await page.GetByLabel("Mail when a ticket is assigned to me").SelectOptionAsync("Daily digest");
        await page.GetByLabel("From", new() { Exact = true }).FillAsync("22:00");
        await page.GetByLabel("To", new() { Exact = true }).FillAsync("07:00");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Mail when a ticket is assigned to me")).ToHaveValueAsync("digest");
        await Expect(page.GetByLabel("To", new() { Exact = true })).ToHaveValueAsync("07:00");
        if (hasScript)
        {
            await page.MustFindNothingAsync("choices of notifications");
            await page.SetViewportSizeAsync(320, 800);
            await page.MustFitAsync("choices of notifications");
            await page.MustFindNothingAsync("choices of notifications on a phone");
        }
    }
}
