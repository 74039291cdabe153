using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

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
        var tiles = page.QuerySelectorAll(".tile").Select(tile => tile.TextContent.Trim()).ToList();
        // Others of this class may have left a late one, which is told behind the number.
        Assert.Contains(tiles, tile => tile.Split(" (")[0] == $"Open: {after.GetProperty("open").GetInt32()}");
        Assert.Contains($"Unassigned: {after.GetProperty("unassigned").GetInt32()}", tiles);
        Assert.Contains($"Resolved today: {after.GetProperty("resolvedToday").GetInt32()} ({after.GetProperty("createdToday").GetInt32()} created)", tiles);
        Assert.Equal(14, page.QuerySelectorAll("#table-flow tbody tr").Length);
    }

    [Fact]
    public async Task What_is_late_is_said_beside_what_waits()
    {
        var admin = await site.AdminAsync();
        var waiting = await site.Api(await site.EmployeeAsync()).OpenAsync();
        var before = await BacklogAsync(admin);
        await site.WithAsync<TicketsDbContext>(async db => await db.Tickets.Where(ticket => ticket.Id == waiting.Id())
            .ExecuteUpdateAsync(set => set.SetProperty(ticket => ticket.FirstResponseDueAt, site.Clock.GetUtcNow().AddMinutes(-1))));
        var after = await BacklogAsync(admin);
        Assert.Equal(before.GetProperty("unansweredLate").GetInt32() + 1, after.GetProperty("unansweredLate").GetInt32());
        Assert.Equal(before.GetProperty("late").GetInt32() + 1, after.GetProperty("late").GetInt32());
        var page = await site.Browser(admin).PageAsync("/admin");
        Assert.Contains(
            $"Waiting for first answer: {after.GetProperty("unanswered").GetInt32()} ({after.GetProperty("unansweredLate").GetInt32()} late)",
            page.QuerySelectorAll(".tile").Select(tile => tile.TextContent.Trim()));
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
        Assert.Equal(checkUps.Count, page.QuerySelectorAll("[aria-labelledby=condition] .checklist li").Length);
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
