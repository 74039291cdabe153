using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Filters under a name: kept, shared with a team or everybody, replaced and removed; by page and API.</summary>
public sealed class SavedViewTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_a_filter_gets_a_name_stands_in_the_rail_and_is_removed()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await site.FileAsync(requester, "Printer one");
        await site.FileAsync(requester, "Screen two");
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/queue?view=open&q=printer&sort=number&cursor=");
        Assert.Equal("/queue/views", page.QuerySelector(".filter-line button[form=list-actions]")!.GetAttribute("formaction"));
        var fields = Forms.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#list-actions")!);
        var save = $"/queue/views?{string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value ?? "")}"))}";
        using var nameless = await browser.SubmitAsync(save, "main form", ("Form.Name", " "));
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        Assert.Contains("q=printer", (await nameless.PageAsync()).QuerySelector("input[name='Form.Query']")!.GetAttribute("value"), StringComparison.Ordinal);
        using var saved = await browser.SubmitAsync(save, "main form", ("Form.Name", "Printers"));
        page = await browser.FollowAsync(saved);
        Assert.Equal("“Printers” is in your views.", page.Flash());
        Assert.Equal("Printers", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Printers", page.QuerySelector(".rail a[aria-current=page]")!.TextContent.Trim());
        Assert.Contains("Printer one", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Screen two", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Printers", (await site.Browser(await site.AgentAsync()).PageAsync("/queue")).QuerySelector(".rail")!.TextContent, StringComparison.Ordinal);

        using var removed = await browser.SubmitAsync(page, "/queue", ".page-head form");
        Assert.DoesNotContain("Printers", (await browser.FollowAsync(removed)).QuerySelector(".rail")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_api_views_are_shared_with_a_team_or_everybody_and_removed_by_their_owner_or_an_admin()
    {
        var (owner, mate, other, admin) = (await site.AgentAsync(), await site.AgentAsync(), await site.AgentAsync(), await site.AdminAsync());
        var team = await TeamAsync(owner, mate);
        var forTeam = await SaveAsync(owner, "Ours", team.ToString());
        var forAll = await SaveAsync(owner, "For all", "everybody");
        await SaveAsync(owner, "Mine", "own");
        Assert.Equal(["For all", "Mine", "Ours"], await NamesAsync(owner));
        Assert.Equal(["For all", "Ours"], await NamesAsync(mate));
        Assert.Equal(["For all"], await NamesAsync(other));

        using var notTheirTeam = await site.Api(other).PostAsJsonAsync("/api/v1/admin/views", new { name = "x", query = "", sharing = team });
        Assert.Equal(HttpStatusCode.BadRequest, notTheirTeam.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(mate).DeleteAsync($"/api/v1/admin/views/{forTeam}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(admin).DeleteAsync($"/api/v1/admin/views/{forAll}")).StatusCode);
        var again = await SaveAsync(owner, "OURS", "own");
        Assert.Equal(forTeam, again);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(admin).DeleteAsync($"/api/v1/admin/views/{again}")).StatusCode);
        Assert.Empty(await NamesAsync(mate));
    }

    [Fact]
    public async Task Only_what_a_filter_has_is_kept()
    {
        var agent = await site.AgentAsync();
        using var saved = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name = "Odd", query = "status=open&status=resolved&cursor=abc&evil=%22%3E&q=a%26b" });
        Assert.Equal("status=open&status=resolved&q=a%26b", (await saved.JsonAsync()).Text("query"));
    }

    private async Task<Guid> SaveAsync(Person agent, string name, string sharing)
    {
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name, query = "status=open", sharing });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    private async Task<List<string>> NamesAsync(Person agent) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/views")).EnumerateArray().Select(view => view.Text("name"))];

    private Task<Guid> TeamAsync(params Person[] members) => site.WithAsync<AuthDbContext, Guid>(async db =>
    {
        var team = new Team { Id = Guid.CreateVersion7(), Name = $"Team {Guid.NewGuid():N}", CreatedAt = site.Clock.GetUtcNow() };
        db.Add(team);
        db.AddRange(members.Select(member => new TeamMember { TeamId = team.Id, UserId = member.Id }));
        await db.SaveChangesAsync();
        return team.Id;
    });
}
