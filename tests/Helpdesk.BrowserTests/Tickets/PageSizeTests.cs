using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>How much there is on a full page: what a browser must lay out, and a screen reader read.</summary>
public sealed class PageSizeTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_full_queue_has_few_elements()
    {
        // Nobody may file so many within a minute.
        for (var i = 0; i < 6; i++)
        {
            var requester = await site.EmployeeAsync();
            for (var j = 0; j < 9; j++)
            {
                await site.FileAsync(requester, $"Printer {i}{j} prints empty pages");
            }
        }

        var page = await site.OpenAsync(await site.AgentAsync());
        await page.GotoAsync("/queue?view=open", new() { WaitUntil = WaitUntilState.Load });
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "prints empty pages" })).ToHaveCountAsync(50);
        Assert.InRange(await ElementsAsync(page), 300, 1_500);
    }

    [Fact]
    public async Task A_first_visit_asks_for_few_files_and_nobody_else()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        foreach (var url in new[] { "/queue?view=open", ticket.Url })
        {
            var page = await site.OpenAsync(agent);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });
            await Expect(page.Locator("html")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("scripted"));
            Assert.All(asked, address => Assert.StartsWith(site.Address.ToString(), address, StringComparison.Ordinal));
            Assert.True(asked.Count is > 3 and <= 10, string.Join('\n', asked));
        }
    }

    [Fact]
    public async Task A_conversation_of_five_hundred_messages_is_folded()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.messages (id, ticket_id, author_id, is_from_staff, body, channel, created_at)
            select gen_random_uuid(), {ticket.Id}, {requester.Id}, false, 'Said for the ' || n || 'th time.', 0, now() + n * interval '1 second'
            from generate_series(2, 500) as n
            """));

        foreach (var (reader, path) in new[] { (agent, ""), (requester, ""), (agent, "?older=all") })
        {
            var page = await site.OpenAsync(reader);
            await page.GotoAsync(ticket.Url + path, new() { WaitUntil = WaitUntilState.Load });
            await Expect(page.GetByText("Said for the 500th time.").First).ToBeVisibleAsync();
            await Expect(page.GetByText("Said for the 250th time.")).ToHaveCountAsync(path.Length == 0 ? 0 : 1);
            Assert.InRange(await ElementsAsync(page), 100, path.Length == 0 ? 4_000 : 12_000);
        }
    }

    private static Task<int> ElementsAsync(IPage page) => page.EvaluateAsync<int>("document.querySelectorAll('*').length");
}
