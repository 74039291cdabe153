using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>The overview tells an admin, and nobody else, how the tickets and the installation are.</summary>
public sealed class OverviewTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Page_and_endpoint_tell_the_same_numbers_and_the_numbers_are_right()
    {
        var admin = await site.AdminAsync();
        var employee = await site.EmployeeAsync();
        var before = await BacklogAsync(admin);
        await site.Api(employee).OpenAsync();
        var done = await site.Api(employee).OpenAsync();
        (await site.Api(employee).PatchAsJsonAsync($"/api/v1/tickets/{done.Id()}", new { status = "resolved" })).EnsureSuccessStatusCode();

        var after = await BacklogAsync(admin);
        Assert.Equal(before.GetProperty("open").GetInt32() + 1, after.GetProperty("open").GetInt32());
        Assert.Equal(before.GetProperty("unassigned").GetInt32() + 1, after.GetProperty("unassigned").GetInt32());
        Assert.Equal(before.GetProperty("resolvedToday").GetInt32() + 1, after.GetProperty("resolvedToday").GetInt32());

        var page = await site.Browser(admin).PageAsync("/admin");
        var tiles = page.QuerySelectorAll(".tile").ToDictionary(tile => tile.QuerySelector("span")!.TextContent, tile => tile.QuerySelector("strong")!.TextContent);
        Assert.Equal($"{after.GetProperty("open").GetInt32()}", tiles["Open"]);
        Assert.Equal($"{after.GetProperty("unassigned").GetInt32()}", tiles["Unassigned"]);
        Assert.Equal($"{after.GetProperty("resolvedToday").GetInt32()}", tiles["Resolved today"]);
    }

    [Fact]
    public async Task Each_part_of_the_installation_has_a_state_and_what_it_is()
    {
        var admin = await site.AdminAsync();
        var overview = await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/overview");
        var checkUps = overview.GetProperty("checkUps").EnumerateArray().ToList();
        Assert.True(checkUps.Count >= 5);
        var database = checkUps.Single(line => line.GetProperty("name").GetString() == "Database");
        Assert.Equal("good", database.GetProperty("state").GetString());
        Assert.All(checkUps, line => Assert.NotEmpty(line.GetProperty("what").GetString()!));

        var page = await site.Browser(admin).PageAsync("/admin");
        Assert.Equal(checkUps.Count, page.QuerySelectorAll(".checklist li").Length);
        Assert.Equal("page", page.QuerySelector("nav[aria-label=Admin] a[href='/admin']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task An_agent_is_told_that_it_is_for_administrators()
    {
        using var response = await site.Browser(await site.AgentAsync()).GetAsync("/admin");
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        var page = await response.PageAsync();
        Assert.Contains("administrator", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<JsonElement> BacklogAsync(Person admin) =>
        (await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/overview")).GetProperty("tickets");
}
