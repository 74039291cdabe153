using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Two people at once: what one does shows itself to the other, without a reload and without anything moving.</summary>
public sealed class LiveTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task New_tickets_and_messages_announce_themselves_and_notes_to_the_team_alone()
    {
        var (requester, agent, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var (queue, ticketPage, theirs) = (await site.OpenAsync(agent), await site.OpenAsync(agent), await site.OpenAsync(requester));
        await OpenAsync(queue, "/queue?view=open");
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        await Expect(queue.GetByText("1 ticket is new or changed.")).ToBeVisibleAsync();
        await queue.MustFindNothingAsync("the queue with news");
        await Expect(queue.GetByRole(AriaRole.Link, new() { Name = "The lamp is dark" })).ToBeHiddenAsync();
        await queue.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(queue.GetByRole(AriaRole.Link, new() { Name = "The lamp is dark" })).ToBeVisibleAsync();

        await OpenAsync(ticketPage, ticket.Url);
        await OpenAsync(theirs, ticket.Url);
        await site.SayAsync(dana, ticket, "Between us: the third lamp.", kind: "internal");
        await Expect(ticketPage.GetByText("There is a new message.")).ToBeVisibleAsync();
        await ticketPage.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(ticketPage.GetByText("Between us: the third lamp.")).ToBeVisibleAsync();
        await Expect(theirs.GetByText("There is a new message.")).ToBeHiddenAsync();

        await site.SayAsync(agent, ticket, "A new one is on its way.");
        await Expect(theirs.GetByText("There is a new message.")).ToBeVisibleAsync();
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "Notifications, 1 unread" })).ToBeVisibleAsync();
        await theirs.MustFindNothingAsync("a ticket with a new message");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(theirs.GetByText("A new one is on its way.")).ToBeVisibleAsync();
        await Expect(theirs.GetByRole(AriaRole.Link, new() { Name = "Notifications", Exact = true })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_another_changes_takes_its_place_and_what_one_edits_is_left_alone()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester, "The boat leaks");
        var page = await site.OpenAsync(ana);
        await OpenAsync(page, ticket.Url);
        await site.ChangeAsync(dana, ticket, new { priority = "urgent" });
        await Expect(page.Locator(".ticket-line .priority")).ToHaveTextAsync("Urgent");
        await Expect(page.GetByLabel("Priority")).ToHaveValueAsync("urgent");
        await Expect(page.GetByText("There is a new message.")).ToBeHiddenAsync();

        await page.GetByLabel("Tags").FocusAsync();
        await page.Keyboard.TypeAsync("bilge");
        await site.ChangeAsync(dana, ticket, new { priority = "low" });
        await Expect(page.Locator(".ticket-line .priority")).ToHaveTextAsync("Low");
        await Expect(page.GetByLabel("Priority")).ToHaveValueAsync("urgent");
        await Expect(page.GetByLabel("Tags")).ToHaveValueAsync("bilge");
    }

    [Fact]
    public async Task The_counts_and_the_title_follow_and_ones_own_acts_are_no_news()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var page = await site.OpenAsync(ana);
        await OpenAsync(page, "/queue?view=mine");
        var mine = page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Mine ?[0-9]+$") });
        await Expect(mine.Locator(".count")).ToHaveTextAsync("0");
        Assert.StartsWith("Mine", await page.TitleAsync(), StringComparison.Ordinal);

        var ticket = await site.FileAsync(requester, "The rope is short");
        await Expect(page.GetByText("1 ticket is new or changed.")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await site.ChangeAsync(ana, ticket, new { assigneeId = ana.Id });
        await Expect(mine.Locator(".count")).ToHaveTextAsync("1");
        await Expect(page.Locator("[data-list-news]")).ToBeHiddenAsync();
        Assert.Equal(0, await page.Locator("nav.rail [aria-live], nav.rail [role=status]").CountAsync());

        await site.ChangeAsync(dana, ticket, new { assigneeId = dana.Id });
        await site.ChangeAsync(dana, ticket, new { assigneeId = ana.Id });
        await Expect(page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(1\) Mine"));
        await page.ReloadAsync();
        Assert.StartsWith("(1) Mine", await page.TitleAsync(), StringComparison.Ordinal);
        await page.GotoAsync(ticket.Url);
        Assert.StartsWith($"#{ticket.Number} The rope", await page.TitleAsync(), StringComparison.Ordinal);
    }

    /// <summary>Opens a page and waits until it listens.</summary>
    internal static async Task OpenAsync(IPage page, string url) =>
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load }), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
}
