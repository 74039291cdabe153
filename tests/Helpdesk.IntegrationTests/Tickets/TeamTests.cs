using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A ticket that a team has, by page and API: given, found by, taken back, and told to nobody outside.</summary>
public sealed class TeamTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_api_a_ticket_is_given_to_a_team_and_taken_from_it()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var network = await site.TeamAsync("Network", dana);
        var old = await site.TeamAsync("Old hands", dana);
        var ticket = await site.Api(priya).OpenAsync();
        var given = await ChangeAsync(dana, ticket, new { teamId = network });
        Assert.Equal((network, "Network"), (given.GetProperty("team").Id(), given.GetProperty("team").Text("name")));
        var told = (await site.Api(dana).ShowAsync(ticket)).GetProperty("events").EnumerateArray().Last();
        Assert.Equal(("team_changed", "Network"), (told.Text("kind"), told.Text("to")));

        // One that is no longer used stays where it is, and is no new target.
        await ChangeAsync(dana, ticket, new { teamId = old });
        await site.ArchiveTeamAsync(old);
        Assert.Equal("Old hands", (await ChangeAsync(dana, ticket, new { teamId = old, priority = "high" })).GetProperty("team").Text("name"));
        Assert.True((await ChangeAsync(dana, ticket, new { teamId = (Guid?)null })).IsNull("team"));
        using var refused = await site.Api(dana).ChangeAsync(ticket, new { teamId = old });
        Assert.Equal("There is no such team.", await refused.ErrorAsync("teamId"));
    }

    [Fact]
    public async Task Employees_are_told_nothing_of_it()
    {
        var (priya, jonas, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.AgentAsync());
        var team = await site.TeamAsync("Zanzibar team", dana);
        var ticket = await site.Api(priya).OpenAsync(participants: [jonas.Email]);
        var before = (await site.Api(priya).ShowAsync(ticket)).Text("updatedAt");
        await ChangeAsync(dana, ticket, new { teamId = team });
        foreach (var person in new[] { priya, jonas })
        {
            var shown = await site.Api(person).ShowAsync(ticket);
            Assert.Equal(before, shown.Text("updatedAt"));
            Assert.True(shown.IsNull("team"));
            foreach (var text in new[]
            {
                shown.GetRawText(),
                (await site.Api(person).JsonAsync("/api/v1/tickets")).GetRawText(),
                await site.Browser(person).GetStringAsync($"/t/{ticket.Number()}"),
                await site.Browser(person).GetStringAsync("/tickets"),
            })
            {
                Assert.DoesNotContain("Zanzibar", text, StringComparison.Ordinal);
                Assert.DoesNotContain(team.ToString(), text, StringComparison.Ordinal);
            }

            using var refused = await site.Api(person).ChangeAsync(ticket, new { teamId = team });
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }
    }

    [Fact]
    public async Task The_queue_finds_it_by_name_by_id_and_among_ones_own_teams()
    {
        var (priya, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var desk = await site.TeamAsync("Front desk", dana);
        var cables = await site.TeamAsync("Cables", ana);
        var tag = $"t{Guid.NewGuid():N}";
        foreach (var (subject, team) in new (string, Guid?)[] { ("For the desk", desk), ("For the cables", cables), ("For none", null) })
        {
            await ChangeAsync(dana, await site.Api(priya).OpenAsync(subject), new { teamId = team, tags = new[] { tag } });
        }

        foreach (var (query, found) in new[]
        {
            ($"team={desk}", "For the desk"), ("team=front+desk", "For the desk"), ("team=cabl", "For the cables"), ("team=none", "For none"),
            ("team=mine", "For the desk"), ("team=mine&team=none", "For none|For the desk"), ("q=team:cables", "For the cables"),
            ("q=team:%22front+desk%22", "For the desk"), ($"team={desk}&team=cables", "For the cables|For the desk"), ("assignee=me&team=mine", ""),
        })
        {
            var items = (await site.Api(dana).JsonAsync($"/api/v1/admin/tickets?tag={tag}&{query}")).Items();
            Assert.Equal(found, string.Join('|', items.Select(ticket => ticket.Text("subject")).Order()));
        }

        using var unknown = await site.Api(dana).GetAsync("/api/v1/admin/tickets?team=nobody");
        Assert.Equal("Choose a team, mine or none.", await unknown.ErrorAsync("team"));
        var page = await site.Browser(dana).PageAsync($"/queue?tag={tag}&team={desk}");
        Assert.Contains("Team: Front desk", page.QuerySelector(".filter-line")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Front desk", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Front desk", await site.Api(dana).GetStringAsync($"/api/v1/admin/tickets/export?tag={tag}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_page_the_field_is_saved_and_said_and_two_who_differ_are_asked()
    {
        var (priya, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var (first, second) = (await site.TeamAsync("Printers", dana), await site.TeamAsync("Screens", dana));
        var ticket = await site.FileAsync(priya);
        var (browser, slower) = (site.Browser(dana), site.Browser(ana));
        var stale = await slower.PageAsync(ticket.Url);
        using var given = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Team", first.ToString()));
        var page = await browser.FollowAsync(given);
        Assert.Equal("Given to Printers.", page.Flash());
        Assert.Contains("Dana Diaz gave it to the team Printers", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        using var contested = await slower.SubmitAsync(stale, ticket.Url, ".side-fields", ("Form.Team", second.ToString()));
        Assert.Contains(
            "Team was changed to Printers by Dana Diaz.", (await contested.PageAsync()).QuerySelector(".stale")!.TextContent, StringComparison.Ordinal);
        using var none = await browser.SubmitAsync(ticket.Url, ".side-fields", ("Form.Team", ""));
        Assert.Equal("Given to no team.", (await browser.FollowAsync(none)).Flash());
    }

    [Fact]
    public async Task Many_are_given_at_once_and_taken_back_where_nobody_changed_them_since()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (before, team) = (await site.TeamAsync("Before", dana), await site.TeamAsync("After", dana));
        var (one, two) = (await site.FileAsync(priya), await site.FileAsync(priya));
        await site.ChangeAsync(dana, one, new { teamId = before });
        var browser = site.Browser(dana);
        var list = await browser.PageAsync("/queue?view=open");
        using var changed = await browser.SubmitAsync(
            list, "/queue", "form[action='/queue/changes']", ("Form.Ids", one.Id.ToString()), ("Form.Ids", two.Id.ToString()), ("Form.Assignee", $"team:{team}"));
        Assert.Contains("2 tickets changed.", (await browser.FollowAsync(changed)).QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        using var run = await site.Api(dana).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { one.Id, two.Id }, change = new { teamId = before } });
        using var undone = await site.Api(dana).PostAsync($"/api/v1/admin/tickets/bulk/{(await run.ReadAsync(HttpStatusCode.OK)).Id()}/undo", null);
        Assert.Equal(2, (await undone.ReadAsync(HttpStatusCode.OK)).GetProperty("changed").GetInt32());
        Assert.Equal("After", (await site.LookAsync(dana, one)).GetProperty("team").Text("name"));
    }

    private async Task<JsonElement> ChangeAsync(Person agent, JsonElement ticket, object change)
    {
        using var answer = await site.Api(agent).ChangeAsync(ticket, change);
        return await answer.ReadAsync(HttpStatusCode.OK);
    }
}
