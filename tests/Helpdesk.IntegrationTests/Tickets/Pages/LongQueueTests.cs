using System.Text;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>More tickets than one page shows.</summary>
public sealed class LongQueueTests(Site site) : IClassFixture<Site>
{
    private const int Count = 57;

    [Fact]
    public async Task A_long_queue_is_paged_sorted_and_light()
    {
        var agent = await site.AgentAsync("Dana Kim");
        string[] names = ["Priya Raman", "Jonas Weber", "Maximiliane von Hohenlohe-Schillingsfürst", "Aiko Tanaka"];
        var people = new List<Person>();
        foreach (var name in names)
        {
            people.Add(await site.EmployeeAsync(name));
        }

        string[] priorities = ["low", "medium", "high", "urgent"];
        for (var i = 0; i < Count; i++)
        {
            var ticket = await site.FileAsync(people[i % people.Count], $"VPN disconnects every 20 minutes when I work from the train, {i}", category: "Network");
            await site.ChangeAsync(agent, ticket, new { priority = priorities[i % 4], assigneeId = i % 3 == 0 ? null : (Guid?)agent.Id });
        }

        var browser = site.Browser(agent);
        await browser.PageAsync("/queue?view=open"); // the first request of a process reads what is then kept in memory
        var html = "";
        var statements = await Statements.OfAsync(browser, async () => html = await browser.GetStringAsync("/queue?view=open"));
        Assert.InRange(statements.Count, 2, 4);

        var page = await browser.PageAsync("/queue?view=open");
        Assert.InRange(Encoding.UTF8.GetByteCount(html), 10_000, 40 * 1024);
        Assert.InRange(page.All.Length, 500, 1_500);
        Assert.Equal("Tickets", page.QuerySelector("table caption")!.TextContent);

        var subjects = QueuePageTests.Subjects(page);
        Assert.Equal(50, subjects.Count);
        Assert.EndsWith(" 56", subjects[0], StringComparison.Ordinal);
        Assert.Contains("50 tickets on this page", page.QuerySelector("nav[aria-label=Pages]")!.TextContent, StringComparison.Ordinal);
        var older = Link(page, "Older");
        Assert.Null(Link(page, "Newest"));
        var second = await browser.PageAsync(older!);
        Assert.Equal(Count - 50, QueuePageTests.Subjects(second).Count);
        Assert.Empty(QueuePageTests.Subjects(second).Intersect(subjects));
        Assert.Null(Link(second, "Older"));
        Assert.Equal("/queue?view=open", Link(second, "Newest"));

        var sorted = await browser.PageAsync(page.QuerySelectorAll("th[aria-sort] a").Single(link => link.TextContent == "Priority").GetAttribute("href")!);
        var heading = sorted.QuerySelectorAll("th[aria-sort]").Single(each => each.TextContent == "Priority");
        Assert.Equal("descending", heading.GetAttribute("aria-sort"));
        Assert.Equal("Urgent", sorted.QuerySelector("tbody .priority")!.TextContent);
        var lowest = await browser.PageAsync(heading.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("Low", lowest.QuerySelector("tbody .priority")!.TextContent);
    }

    private static string? Link(IHtmlDocument page, string text) =>
        page.QuerySelectorAll("nav[aria-label=Pages] a").FirstOrDefault(link => link.TextContent.Trim() == text)?.GetAttribute("href");
}
