using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Two of the team at once: each sees who else is on a ticket and who writes, for as long as it is true.</summary>
public sealed class PresenceTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Two_on_a_ticket_see_each_other_come_write_and_go()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester, "The lamp is dark");
        var (queue, hers, theirs, employees) = (await site.OpenAsync(ana), await site.OpenAsync(ana), await site.OpenAsync(dana), await site.OpenAsync(requester));
        await LiveTests.OpenAsync(queue, "/queue?view=open");
        await LiveTests.OpenAsync(hers, ticket.Url);
        await LiveTests.OpenAsync(employees, ticket.Url);
        var (inQueue, onTicket) = (queue.Locator("tr", new() { HasText = "The lamp is dark" }).Locator(".presence"), hers.Locator(".present"));
        await Expect(inQueue).ToHaveCountAsync(0);

        await theirs.GotoAsync(ticket.Url);
        await Expect(theirs.Locator(".present")).ToHaveTextAsync("Ana is viewing");
        await Expect(onTicket).ToHaveTextAsync("Dana is viewing");
        await Expect(inQueue).ToHaveTextAsync("Dana is viewing");
        await theirs.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await theirs.Keyboard.TypeAsync("Let me see");
        await Expect(onTicket).ToHaveTextAsync("Dana is replying");
        await Expect(inQueue).ToHaveTextAsync("Dana is replying");
        await hers.MustFindNothingAsync("a ticket on which somebody writes");
        await queue.MustFindNothingAsync("the queue with somebody there");
        await Expect(employees.GetByText("Dana")).ToHaveCountAsync(0);

        await theirs.GotoAsync("/queue?view=open");
        await Expect(onTicket).ToBeEmptyAsync();
        await Expect(inQueue).ToHaveCountAsync(0);
        await Expect(theirs.Locator("tr", new() { HasText = "The lamp is dark" }).Locator(".presence")).ToHaveTextAsync("Ana is viewing");
    }

    [Fact]
    public async Task Who_is_cut_off_vanishes_by_time_also_where_no_event_arrives()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester, "The boat leaks");
        using var said = await System.Net.Http.Json.HttpClientJsonExtensions.PutAsJsonAsync(site.Api(dana), $"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "viewing" });
        var page = await site.OpenAsync(ana);
        await page.Clock.InstallAsync();
        await LiveTests.OpenAsync(page, ticket.Url);
        await Expect(page.Locator(".present")).ToHaveTextAsync("Dana is viewing");
        await page.Context.SetOfflineAsync(true);
        await page.Clock.FastForwardAsync(20_000);
        await Expect(page.Locator(".present")).ToHaveTextAsync("Dana is viewing");
        await page.Clock.FastForwardAsync(12_000);
        await Expect(page.Locator(".present")).ToBeEmptyAsync();
    }
}
