using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

public sealed class QueuePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Views_hold_their_tickets_and_tell_how_many()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var mine = await site.FileAsync(priya, "Mine alone");
        await site.Api(agent).PostAsync($"/api/v1/admin/tickets/{mine.Id}/take", null);
        await site.FileAsync(priya, "Nobody's yet");
        var done = await site.FileAsync(priya, "Long done");
        await site.ChangeAsync(agent, done, new { status = "resolved" });
        var browser = site.Browser(agent);

        var unassigned = await browser.PageAsync("/queue");
        Assert.Equal("Unassigned", unassigned.QuerySelector("h1")!.TextContent);
        Assert.Contains("Nobody's yet", Subjects(unassigned));
        Assert.DoesNotContain("Mine alone", Subjects(unassigned));
        var here = Assert.Single(unassigned.QuerySelectorAll("nav[aria-label=Views] a[aria-current=page]"));
        Assert.Equal("Unassigned", here.QuerySelector(".rail-name")!.TextContent);
        Assert.Equal("1", (await browser.PageAsync("/queue?view=mine")).QuerySelector("nav[aria-label=Views] [aria-current] .count")!.TextContent);
        Assert.Equal(["Mine alone"], Subjects(await browser.PageAsync("/queue?view=mine")));
        var solved = await browser.PageAsync("/queue?view=solved");
        Assert.Contains("Long done", Subjects(solved));
        Assert.Equal("descending", solved.QuerySelector("th:last-child")!.GetAttribute("aria-sort"));
        Assert.Equal("Recently solved – Queue – Helpdesk", solved.Title);
    }

    [Fact]
    public async Task The_filter_form_narrows_and_its_chips_widen_again()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync("Pat Filter"));
        var word = $"w{Guid.NewGuid():N}";
        var first = await site.FileAsync(priya, $"Screen {word}");
        await site.FileAsync(priya, $"Badge {word}", category: "Access");
        await site.ChangeAsync(agent, first, new { priority = "high", assigneeId = agent.Id });
        var browser = site.Browser(agent);

        using var answer = await browser.SubmitAsync("/queue?view=open", "form.filters", ("q", word), ("priority", "high"), ("assignee", "me"), ("category", "Hardware"));
        var page = await answer.PageAsync();

        Assert.Equal([$"Screen {word}"], Subjects(page));
        Assert.Equal(["“" + word + "”", "Priority: High", "Category: Hardware", "Assignee: Me"], page.QuerySelectorAll(".chip").Select(chip => chip.TextContent.Trim()));
        Assert.Equal("high", page.QuerySelector<IHtmlSelectElement>("select[name=priority]")!.Value);
        var wider = page.QuerySelector("a[aria-label='Remove priority: High']")!.GetAttribute("href")!;
        Assert.Equal($"/queue?view=open&q={word}&category=Hardware&assignee=me", wider);
        Assert.Equal("/queue?view=open", page.QuerySelector(".filter-line > a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Nothing_matches_says_the_filter_in_words()
    {
        var browser = site.Browser(await site.AgentAsync());

        var page = await browser.PageAsync("/queue?view=open&q=prnter&status=open&priority=high");

        Assert.Equal("No tickets match “prnter” with status Open and priority High.", page.QuerySelector(".empty p")!.TextContent);
        Assert.Equal("/queue?view=open", page.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("table"));
        Assert.Equal(
            "No tickets with status Open or Closed.",
            (await browser.PageAsync("/queue?view=solved&status=open&status=closed")).QuerySelector(".empty p")!.TextContent);
    }

    [Fact]
    public async Task A_number_from_another_page_opens_its_ticket()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);

        using var answer = await site.Browser(agent).GetAsync($"/queue?q={ticket.Number}");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(ticket.Url, answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task What_no_list_has_is_said_and_nothing_is_lost()
    {
        var browser = site.Browser(await site.AgentAsync());

        foreach (var (url, sentence) in new[]
        {
            ("/queue?view=open&sort=colour", "Sort by updated, created, number or priority."),
            ("/queue?view=open&q=word&cursor=x", "This cursor does not belong to this list. Begin without one."),
            ("/queue?view=open&status=odd", "Choose a status: open, in_progress, waiting_on_employee, resolved or closed."),
        })
        {
            using var answer = await browser.GetAsync(url);
            var page = await answer.PageAsync();
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
            Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
            Assert.NotNull(page.QuerySelector("form.filters"));
        }
    }

    [Fact]
    public async Task Employees_and_strangers_do_not_see_it()
    {
        using var refused = await site.Browser(await site.EmployeeAsync()).GetAsync("/queue");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var away = await site.Browser().GetAsync("/queue");
        Assert.Equal(HttpStatusCode.Redirect, away.StatusCode);
        Assert.StartsWith("/signin", away.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    internal static List<string> Subjects(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("table tbody th a").Select(link => link.TextContent)];
}
