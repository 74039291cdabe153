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
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
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
        await site.SayAsync(agent, ticket, "Between us: the third lamp.", kind: "internal");
        await Expect(ticketPage.GetByText("There is a new message.")).ToBeVisibleAsync();
        await ticketPage.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(ticketPage.GetByText("Between us: the third lamp.")).ToBeVisibleAsync();
        await Expect(theirs.GetByText("There is a new message.")).ToBeHiddenAsync();

        await site.SayAsync(agent, ticket, "A new one is on its way.");
        await Expect(theirs.GetByText("There is a new message.")).ToBeVisibleAsync();
        await theirs.MustFindNothingAsync("a ticket with a new message");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();
        await Expect(theirs.GetByText("A new one is on its way.")).ToBeVisibleAsync();
    }

    /// <summary>Opens a page and waits until it listens.</summary>
    private static async Task OpenAsync(IPage page, string url) =>
        await page.RunAndWaitForResponseAsync(() => page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load }), answer => answer.Url.EndsWith("/events", StringComparison.Ordinal));
}
