using System.Net;
using System.Text;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>The queue as a file, and the filter as one types it; through page and API.</summary>
public sealed class ExportQueueTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Queries =
        ["needle assignee:me", "needle assignee:lindqvist", "needle tag:vpn", "needle status:waiting updated:<1h", "\"needle one\"", "needle created:>1w"];

    private static readonly string[] Tags = ["vpn"];

    [Fact]
    public async Task The_file_has_the_rows_of_the_list_in_its_order_however_many_pages_they_fill()
    {
        var agent = await site.AgentAsync();
        for (var i = 0; i < 120; i++)
        {
            await site.FileAsync(agent, $"Row {i:000} of canary");
        }

        var api = site.Api(agent);
        foreach (var sort in new[] { "number", "-number", "-updated" })
        {
            var listed = new List<string>();
            string? cursor = null;
            do
            {
                var page = await api.JsonAsync($"/api/v1/admin/tickets?q=canary&sort={sort}&limit=100{(cursor is null ? "" : $"&cursor={cursor}")}");
                listed.AddRange(page.GetProperty("items").EnumerateArray().Select(ticket => ticket.Text("subject")));
                cursor = page.GetProperty("nextCursor").GetString();
            }
            while (cursor is not null);

            Assert.Equal(120, listed.Count);
            Assert.Equal(listed, Subjects(await api.GetStringAsync($"/api/v1/admin/tickets/export?q=canary&sort={sort}")));
            Assert.Equal(listed, Subjects(await site.Browser(agent).GetStringAsync($"/queue/export?q=canary&sort={sort}")));
        }
    }

    [Fact]
    public async Task It_is_a_file_for_spreadsheets_that_runs_nothing()
    {
        var (requester, agent) = (await site.EmployeeAsync("=cmd|' /C calc'!A0"), await site.AgentAsync());
        await site.FileAsync(requester, "=1+1 \"quoted\", trap");
        await site.FileAsync(requester, "  @SUM(A1) trap");
        var page = await site.Browser(agent).PageAsync("/queue?q=trap");
        var button = page.QuerySelectorAll("button[form=list-actions]").Single(each => each.TextContent == "Export CSV");
        var query = page.QuerySelector("#list-actions input")!;
        using var answer = await site.Browser(agent).GetAsync($"{button.GetAttribute("formaction")}?{query.GetAttribute("name")}={query.GetAttribute("value")}");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Matches(@"^attachment; filename=""?tickets-\d{4}-\d\d-\d\d\.csv""?$", answer.Content.Headers.ContentDisposition!.ToString());
        var text = Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
        Assert.StartsWith("\uFEFFNumber,Subject,Requester,", text, StringComparison.Ordinal);
        Assert.Contains(",\"'=1+1 \"\"quoted\"\", trap\",'=cmd|' /C calc'!A0,", text, StringComparison.Ordinal);
        Assert.Contains("'@SUM(A1) trap", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_typed_filter_narrows_and_what_it_does_not_know_is_said_with_the_text_kept()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var (mine, other) = (await site.FileAsync(requester, "Needle one"), await site.FileAsync(requester, "Needle two"));
        await site.ChangeAsync(agent, mine, new { assigneeId = agent.Id, tags = Tags, status = "waiting_on_employee" });
        Assert.NotEqual(mine, other);
        foreach (var query in Queries)
        {
            var found = await site.Api(agent).JsonAsync($"/api/v1/admin/tickets?q={Uri.EscapeDataString(query)}");
            Assert.Equal(query.Contains("created", StringComparison.Ordinal) ? [] : ["Needle one"], found.GetProperty("items").EnumerateArray().Select(ticket => ticket.Text("subject")));
        }

        using var unknown = await site.Browser(agent).GetAsync("/queue?q=asignee:me");
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        var page = await unknown.PageAsync();
        Assert.Contains("Did you mean assignee?", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("asignee:me", page.QuerySelector("#filter")!.GetAttribute("value"));
        using var nobody = await site.Api(agent).GetAsync("/api/v1/admin/tickets/export?q=assignee:nobodyatall");
        Assert.Equal(HttpStatusCode.BadRequest, nobody.StatusCode);
    }

    private static List<string> Subjects(string csv) =>
        [.. csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[1])];
}
