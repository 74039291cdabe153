using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.ManagePeople;

/// <summary>The list of people and one person's page, by both doors.</summary>
public sealed class ListPeopleTests(Databases databases) : IAsyncLifetime
{
    private readonly Site site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Everybody_is_listed_by_name_with_what_administrators_decide_by()
    {
        var (admin, agent, employee) = (await site.AdminAsync("Ada Admin"), await site.AgentAsync("Dana Diaz"), await site.EmployeeAsync("Priya Patel"));
        await site.TeamAsync("Network", agent);
        await ChangeAsync(agent, user => user.TwoFactorEnabled = true);
        var items = await ItemsAsync(admin, "");
        Assert.Equal(["Ada Admin", "Dana Diaz", "Priya Patel"], items.Select(item => item.Text("name")));
        Assert.Equal(["admin", "agent", "employee"], items.Select(item => item.Text("role")));
        Assert.Equal("Network", items[1].GetProperty("teams")[0].Text("name"));
        Assert.True(items[1].GetProperty("twoFactorEnabled").GetBoolean());
        Assert.Equal(("active", employee.Email), (items[2].Text("state"), items[2].Text("email")));

        var rows = (await site.Browser(admin).PageAsync("/admin/people")).QuerySelectorAll("tbody tr");
        Assert.Equal(3, rows.Length);
        Assert.Equal(["Dana Diaz", "Agent", "Network", "On", "Never", "Active"], rows[1].Children.Select(cell => cell.FirstElementChild is { TagName: "A" } link ? link.TextContent : cell.TextContent.Trim()));
        Assert.Contains("aria-current=\"page\"", (await site.Browser(admin).PageAsync("/admin/people")).QuerySelector("nav a[href='/admin/people']")!.OuterHtml);
    }

    [Fact]
    public async Task Each_filter_finds_its_people()
    {
        var (admin, agent, employee) = (await site.AdminAsync("Ada Admin"), await site.AgentAsync("Dana Diaz"), await site.EmployeeAsync("Priya 100% Patel"));
        var (gone, asked, invited) = (await site.EmployeeAsync("Gone Gonzo"), await site.EmployeeAsync("Asked Asta"), await site.EmployeeAsync("Invited Ines"));
        var team = await site.TeamAsync("Network", agent);
        await ChangeAsync(gone, user => user.DeactivatedAt = user.DeletionAskedAt = site.Clock.GetUtcNow());
        await ChangeAsync(asked, user => user.DeletionAskedAt = site.Clock.GetUtcNow());
        await ChangeAsync(invited, user => user.InvitedAt = site.Clock.GetUtcNow());
        await ChangeAsync(agent, user => user.TwoFactorEnabled = true);
        async Task FindsAsync(string query, params string[] names) =>
            Assert.Equal(names, (await ItemsAsync(admin, query)).Select(item => item.Text("name")));

        await FindsAsync("?q=dana", "Dana Diaz");
        await FindsAsync($"?q={employee.Email[..30].ToUpperInvariant()}", employee.Name);
        await FindsAsync("?q=100%25", "Priya 100% Patel");
        await FindsAsync("?q=%25", "Priya 100% Patel");
        await FindsAsync("?q=_");
        await FindsAsync("?role=agent", "Dana Diaz");
        await FindsAsync($"?team={team}", "Dana Diaz");
        await FindsAsync("?state=deactivated", "Gone Gonzo");
        await FindsAsync("?state=asked_for_deletion", "Asked Asta");
        await FindsAsync("?state=invited", "Invited Ines");
        await FindsAsync("?state=active&role=admin", "Ada Admin");
        await FindsAsync("?twoFactor=true", "Dana Diaz");
        await FindsAsync("?twoFactor=false&role=agent");
        foreach (var bad in new[] { "?role=boss", "?state=gone", "?limit=0", "?limit=101", "?cursor=x", "?team=x", $"?q={new string('x', 201)}" })
        {
            using var refused = await site.Api(admin).GetAsync("/api/v1/admin/users" + bad);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var nobody = await site.Browser(admin).PageAsync("/admin/people?q=nobody-is-called-so");
        Assert.Contains("Nobody matches these filters.", nobody.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_is_read_in_stretches_without_gaps()
    {
        var admin = await site.AdminAsync("Ada Admin");
        await site.WithAsync<AuthDbContext>(async db =>
        {
            // Names that are alike are told apart by what else there is.
            db.AddRange(Enumerable.Range(0, 120).Select(i => User.Create($"p{i}@example.com", i % 3 == 0 ? "Same Name" : $"Person {i:D3}", Role.Employee, site.Clock.GetUtcNow())));
            await db.SaveChangesAsync();
        });
        var seen = new List<Guid>();
        var cursor = "";
        do
        {
            var page = await site.Api(admin).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users?limit=50{cursor}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetGuid()));
            cursor = page.GetProperty("nextCursor").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);
        Assert.Equal(121, seen.Count);
        Assert.Equal(121, seen.Distinct().Count());

        var browser = site.Browser(admin);
        var first = await browser.PageAsync("/admin/people?role=employee");
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        var second = await browser.PageAsync(first.QuerySelector(".pages a")!.GetAttribute("href")!);
        Assert.Equal(50, second.QuerySelectorAll("tbody tr").Length);
        Assert.Equal("/admin/people?role=employee", second.QuerySelector(".pages a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Who_was_anonymised_is_not_there_any_more()
    {
        var (admin, person) = (await site.AdminAsync("Ada Admin"), await site.EmployeeAsync("Gone Gonzo"));
        (await site.Api(admin).PostAsJsonAsync($"/api/v1/admin/users/{person.Id}/anonymise", new { confirmName = "Gone Gonzo" })).EnsureSuccessStatusCode();
        Assert.Single(await ItemsAsync(admin, ""));
        using var shown = await site.Api(admin).GetAsync($"/api/v1/admin/users/{person.Id}");
        using var page = await site.Browser(admin).GetAsync($"/admin/people/{person.Id}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (shown.StatusCode, page.StatusCode));
    }

    [Fact]
    public async Task Names_are_text_wherever_they_are_shown()
    {
        const string name = "<img src=x onerror=alert(1)>\"'&lt;b&gt;";
        var (admin, person) = (await site.AdminAsync("Ada Admin"), await site.AgentAsync());
        await ChangeAsync(person, user => (user.Name, user.InvitedAt) = (name, site.Clock.GetUtcNow()));
        var browser = site.Browser(admin);
        foreach (var url in new[] { "/admin/people", $"/admin/people/{person.Id}", $"/admin/people/{person.Id}/deactivation", $"/admin/people/{person.Id}/anonymisation", $"/admin/people/{person.Id}/invitation/removal", $"/admin/people/{person.Id}/second-factor/removal" })
        {
            var page = await browser.PageAsync(url);
            Assert.Empty(page.QuerySelectorAll("main img"));
            Assert.Contains(name, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_persons_page_shows_devices_and_what_happened_and_ends_sessions()
    {
        var (admin, person) = (await site.AdminAsync("Ada Admin"), await site.EmployeeAsync("Priya Patel"));
        var browser = site.Browser(admin);
        (await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{person.Id}", new { role = "agent" })).EnsureSuccessStatusCode();
        var url = $"/admin/people/{person.Id}";
        var page = await browser.PageAsync(url);
        Assert.Equal(2, page.QuerySelectorAll(".device-list li").Length);
        Assert.StartsWith("Account: role changed", page.QuerySelector(".act-list li")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Contains("Ada Admin", page.QuerySelector(".act-list li")!.TextContent, StringComparison.Ordinal);

        var sessions = await site.Api(admin).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users/{person.Id}/sessions");
        var one = sessions.EnumerateArray().Single(session => session.Text("deviceLabel") == "test").GetProperty("id").GetGuid();
        using var others = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{admin.Id}/sessions/{one}");
        Assert.Equal(HttpStatusCode.NotFound, others.StatusCode);
        using var ended = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{person.Id}/sessions/{one}");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var api = await site.Api(person).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        using var still = await site.Browser(person).GetAsync("/");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);

        using var all = await browser.SubmitAsync(url, $"form[action='{url}/sessions/removal']");
        Assert.Equal(url, all.Headers.Location!.OriginalString);
        using var gone = await site.Browser(person).GetAsync("/");
        Assert.Equal(HttpStatusCode.Redirect, gone.StatusCode);
        Assert.Contains("Not signed in anywhere.", (await browser.PageAsync(url)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_ends_all_their_own_stays_signed_in_here()
    {
        var admin = await site.AdminAsync("Ada Admin");
        var ended = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{admin.Id}/sessions");
        Assert.Equal(1, (await ended.JsonAsync()).GetProperty("ended").GetInt32());
        using var here = await site.Api(admin).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, here.StatusCode);
    }

    private async Task<List<JsonElement>> ItemsAsync(Person admin, string query) =>
        [.. (await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/users" + query)).GetProperty("items").EnumerateArray()];

    private Task ChangeAsync(Person person, Action<User> change) => site.WithAsync<AuthDbContext>(async db =>
    {
        change(await db.Users.SingleAsync(user => user.Id == person.Id));
        await db.SaveChangesAsync();
    });
}
