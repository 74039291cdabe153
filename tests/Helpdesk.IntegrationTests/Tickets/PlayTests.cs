using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A list worked off one by one past colleagues, and the columns that it is read in; by page and API.</summary>
public sealed class PlayTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Chosen = ["tags", "status"];
    private static readonly string[] Unknown = ["secret"];

    [Fact]
    public async Task Play_leads_past_what_others_have_open_and_what_was_skipped()
    {
        var (requester, agent, colleague) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync());
        var (one, two, three) = (await site.FileAsync(requester, "Walk A"), await site.FileAsync(requester, "Walk B"), await site.FileAsync(requester, "Walk C"));
        using var there = await site.Api(colleague).PutAsJsonAsync($"/api/v1/admin/tickets/{two.Id}/presence", new { state = "viewing" });
        there.EnsureSuccessStatusCode();
        Assert.Equal(one.Id, (await site.Api(agent).JsonAsync("/api/v1/admin/tickets/next?q=walk&sort=number")).GetProperty("ticket").Id());

        var browser = site.Browser(agent);
        using var begun = await browser.GetAsync("/queue/play?q=walk&sort=number");
        Assert.StartsWith($"{one.Url}?play=", begun.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var page = await browser.PageAsync(begun.Headers.Location.OriginalString);
        using var skipped = await browser.SubmitAsync(page, "", ".play-bar", ("reason", "Needs the key of the cellar."));
        Assert.StartsWith($"{three.Url}?play=", skipped.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Contains((await site.LookAsync(agent, one)).GetProperty("messages").EnumerateArray(), message => message.Text("body") == "Skipped: Needs the key of the cellar.");

        page = await browser.PageAsync(skipped.Headers.Location.OriginalString);
        using var last = await browser.GetAsync(page.QuerySelector("[data-play-next]")!.GetAttribute("href"));
        Assert.Equal("/queue?q=walk&sort=number", last.Headers.Location!.OriginalString);
        Assert.Equal("That was the last one that nobody else has open.", (await browser.PageAsync("/queue")).Flash());

        // Who left is no longer in the way.
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(two.Id, (await site.Api(agent).JsonAsync($"/api/v1/admin/tickets/next?q=walk&sort=number&skip={one.Number}&skip={three.Number}")).GetProperty("ticket").Id());
    }

    [Fact]
    public async Task Columns_are_chosen_by_page_and_api_and_shown()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await site.FileAsync(requester, "Columns", "The first line.\n\nThe second.");
        var browser = site.Browser(agent);
        Assert.Equal(["", "#", "Subject", "Requester", "Category", "Priority", "Status", "Assignee", "Updated"], await HeadsAsync(browser));
        Assert.Equal("The first line. The second.", (await browser.PageAsync("/queue?q=columns")).QuerySelector("tbody th small")!.TextContent);
        using var chosen = await site.Api(agent).PutAsJsonAsync("/api/v1/admin/queue-columns", new { columns = Chosen });
        Assert.Equal(HttpStatusCode.OK, chosen.StatusCode);
        Assert.Equal(["", "#", "Subject", "Status", "Tags"], await HeadsAsync(browser));
        Assert.Null((await browser.PageAsync("/queue?q=columns")).QuerySelector("tbody th small"));
        using var unknown = await site.Api(agent).PutAsJsonAsync("/api/v1/admin/queue-columns", new { columns = Unknown });
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);

        var page = await browser.PageAsync("/queue/columns?back=%2Fqueue%3Fview%3Dopen");
        Assert.Equal(2, page.QuerySelectorAll("main [checked]").Length);
        using var saved = await browser.SubmitAsync(page, "/queue/columns", "main form", ("Form.Columns", "team"));
        Assert.Equal("/queue?view=open", saved.Headers.Location!.OriginalString);
        Assert.Contains("Team", await HeadsAsync(browser));
    }

    private static async Task<List<string>> HeadsAsync(HttpClient browser) =>
        [.. (await browser.PageAsync("/queue?q=columns")).QuerySelectorAll("thead th").Select(head => head.TextContent.Trim()).Select(head => head == "Select" ? "" : head)];
}
