using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Teams as administrators keep them, by page and API.</summary>
public sealed class ManageTeamsTests(Site site) : IClassFixture<Site>
{
    private const string Url = "/api/v1/admin/teams";

    [Fact]
    public async Task By_api_a_team_is_made_read_changed_and_removed()
    {
        var (admin, dana, jonas) = (await site.AdminAsync(), await site.AgentAsync("Dana Kim"), await site.AgentAsync("Jonas Lind"));
        var api = site.Api(admin);
        using var made = await api.PostAsJsonAsync(Url, new { name = "  Cables ", assignment = "least_loaded", openLimit = 5, memberIds = new[] { jonas.Id, dana.Id, dana.Id } });
        var team = await made.ReadAsync(HttpStatusCode.Created);
        Assert.Equal($"{Url}/{team.Id()}", made.Headers.Location!.ToString());
        Assert.Equal(("Cables", "least_loaded", 5, 1), (team.Text("name"), team.Text("assignment"), team.GetProperty("openLimit").GetInt32(), team.Version()));
        Assert.Equal(["Dana Kim", "Jonas Lind"], MembersOf(team));
        Assert.Contains(team.Id(), (await api.JsonAsync(Url)).Items().Select(item => item.Id()));

        using var changed = await api.PatchAsJsonAsync($"{Url}/{team.Id()}", new { openLimit = (int?)null, memberIds = new[] { dana.Id } });
        team = await changed.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(("Cables", "least_loaded", true, 2), (team.Text("name"), team.Text("assignment"), team.IsNull("openLimit"), team.Version()));
        Assert.Equal("\"2\"", changed.Headers.ETag!.Tag);
        var line = await site.LineAboutAsync(team.Id(), "team.changed");
        Assert.Contains(jonas.Id.ToString(), line.Fact("removed"), StringComparison.Ordinal);
        Assert.Equal("""{"openLimit": 5}""", line.Fact("from"));
        Assert.Equal("""{"openLimit": null}""", line.Fact("to"));

        using var stale = new HttpRequestMessage(HttpMethod.Patch, $"{Url}/{team.Id()}") { Content = JsonContent.Create(new { name = "x" }), Headers = { { "If-Match", "\"1\"" } } };
        using var refused = await api.SendAsync(stale);
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);

        using var removed = await api.DeleteAsync($"{Url}/{team.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var gone = await api.GetAsync($"{Url}/{team.Id()}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(["team.created", "team.changed", "team.removed"], (await site.LinesAboutAsync(team.Id())).Actions());
    }

    [Fact]
    public async Task A_name_is_given_once_in_any_case_of_letters()
    {
        var api = site.Api(await site.AdminAsync());
        var first = await MakeAsync(api, new { name = "Österreich" });
        using var twice = await api.PostAsJsonAsync(Url, new { name = "ÖSTERREICH" });
        Assert.Equal("There is a team “ÖSTERREICH” already.", await twice.ErrorAsync("name"));

        // An archived one frees its name, and has to find another when it comes back.
        (await api.PatchAsJsonAsync($"{Url}/{first.Id()}", new { isArchived = true })).EnsureSuccessStatusCode();
        await MakeAsync(api, new { name = "österreich" });
        using var back = await api.PatchAsJsonAsync($"{Url}/{first.Id()}", new { isArchived = false });
        Assert.Equal("There is a team “Österreich” already.", await back.ErrorAsync("name"));
        using var renamed = await api.PatchAsJsonAsync($"{Url}/{first.Id()}", new { isArchived = false, name = "Vienna" });
        Assert.True((await renamed.ReadAsync(HttpStatusCode.OK)).IsNull("archivedAt"));
    }

    [Fact]
    public async Task Of_many_who_make_one_name_at_once_one_does()
    {
        var admin = await site.AdminAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var answer = await site.Api(admin).PostAsJsonAsync(Url, new { name = "Only one" });
            return answer.StatusCode;
        }));
        Assert.Single(answers, HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer == HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field()
    {
        var (admin, priya, left) = (await site.AdminAsync(), await site.EmployeeAsync(), await site.AgentAsync());
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == left.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        foreach (var (body, field, sentence) in new (object, string, string)[]
        {
            (new { name = " " }, "name", "Enter a name."),
            (new { name = new string('x', 101) }, "name", "Name can have up to 100 characters. It has 101."),
            (new { name = "a\u202Eb" }, "name", "Name contains a character that cannot be used here."),
            (new { name = "x", assignment = "by_luck" }, "assignment", "Choose how work is shared: by_hand, in_turn or least_loaded."),
            (new { name = "x", openLimit = 0 }, "openLimit", "The limit can be 1 to 1000, or none."),
            (new { name = "x", memberIds = new[] { priya.Id } }, "memberIds", "Choose active agents and administrators."),
            (new { name = "x", memberIds = new[] { left.Id } }, "memberIds", "Choose active agents and administrators."),
            (new { name = "x", memberIds = new[] { Guid.NewGuid() } }, "memberIds", "Choose active agents and administrators."),
        })
        {
            using var answer = await site.Api(admin).PostAsJsonAsync(Url, body);
            Assert.Equal(sentence, await answer.ErrorAsync(field));
        }
    }

    [Fact]
    public async Task One_that_something_names_is_archived_and_comes_back()
    {
        var (admin, priya, dana) = (await site.AdminAsync(), await site.EmployeeAsync(), await site.AgentAsync());
        var api = site.Api(admin);
        var team = await site.TeamAsync($"Used {Guid.NewGuid()}", dana);
        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(dana, ticket, new { teamId = team });
        using var saved = await site.Api(dana).PostAsJsonAsync("/api/v1/admin/views", new { name = "Ours <b>", query = "status=open", sharing = team.ToString() });
        Assert.Equal(HttpStatusCode.Created, saved.StatusCode);
        var uses = (await api.JsonAsync($"{Url}/{team}")).GetProperty("uses").EnumerateArray().ToList();
        Assert.Equal([("ticket", 1), ("saved_view", 1)], uses.Select(use => (use.Text("kind"), use.GetProperty("count").GetInt32())));

        var browser = site.Browser(admin);
        var page = await browser.PageAsync($"/admin/teams/{team}");
        var link = page.QuerySelectorAll("section li a").Single(found => found.TextContent == "Ours <b>");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(link.GetAttribute("href"))).StatusCode);
        var asked = await browser.PageAsync($"/admin/teams/{team}/removal");
        Assert.Contains("1 ticket, 1 saved view name this team.", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var archived = await browser.SubmitAsync(asked, $"/admin/teams/{team}/removal", "main form");
        Assert.Contains("is archived.", (await browser.FollowAsync(archived)).Flash(), StringComparison.Ordinal);
        using var given = await site.Api(dana).PatchAsJsonAsync($"/api/v1/admin/tickets/{(await site.FileAsync(priya)).Id}", new { teamId = team });
        Assert.Equal("There is no such team.", await given.ErrorAsync("teamId"));
        using var back = await browser.SubmitAsync($"/admin/teams/{team}", "form.notice");
        Assert.Equal("Saved.", (await browser.FollowAsync(back)).Flash());
        Assert.True((await api.JsonAsync($"{Url}/{team}")).IsNull("archivedAt"));
    }

    [Fact]
    public async Task By_page_without_script_a_team_is_made_and_changed_and_nothing_typed_is_lost()
    {
        var (admin, dana, jonas) = (await site.AdminAsync(), await site.AgentAsync("Dana <i>Kim</i>"), await site.AgentAsync("Jonas Lind"));
        var browser = site.Browser(admin);
        var name = $"<script>alert(1)</script> {Guid.NewGuid()}";
        using var wrong = await browser.SubmitAsync(
            "/admin/teams/new", "main form", ("Form.Name", ""), ("Form.Assignment", "in_turn"), ("Form.MemberIds", dana.Id.ToString()));
        Assert.Equal("Enter a name.", (await wrong.ProblemsAsync())[0]);
        var again = await wrong.PageAsync();
        Assert.True(again.QuerySelector("input[value=in_turn]")!.HasAttribute("checked"));
        Assert.True(again.QuerySelector($"input[value='{dana.Id}']")!.HasAttribute("checked"));
        using var made = await browser.SubmitAsync(again, "/admin/teams/new", "main form", ("Form.Name", name));
        var list = await browser.FollowAsync(made);
        Assert.Equal($"Made the team “{name}”.", list.Flash());
        Assert.Empty(list.QuerySelectorAll("main script, main i"));
        var link = list.QuerySelectorAll("main table a").Single(found => found.TextContent == name);
        var url = link.GetAttribute("href")!;

        // Two who save what they saw at once: the second is told.
        var stale = await browser.PageAsync(url);
        using var saved = await browser.SubmitAsync(url, "main form.stack", ("Form.MemberIds", jonas.Id.ToString()), ("Form.Assignment", "by_hand"));
        Assert.Equal("Saved.", (await browser.FollowAsync(saved)).Flash());
        using var late = await browser.SubmitAsync(stale, url, "main form.stack", ("Form.Name", "Another"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        Assert.Equal("Somebody changed this team meanwhile. Look at it, then choose.", (await late.ProblemsAsync())[0]);
        var told = await late.PageAsync();
        Assert.Equal(url, told.QuerySelector(".notice a")!.GetAttribute("href"));
        var team = await site.Api(admin).JsonAsync($"{Url}/{url.Split('/')[^1]}");
        Assert.Equal((name, "by_hand"), (team.Text("name"), team.Text("assignment")));
        Assert.Equal(["Jonas Lind"], MembersOf(team));

        // Having looked, they may put theirs in its place.
        using var chosen = await browser.SubmitAsync(told, url, "main form.stack");
        Assert.Equal("Saved.", (await browser.FollowAsync(chosen)).Flash());
        Assert.Equal(("Another", "in_turn"), await NameAndModeAsync());

        async Task<(string, string)> NameAndModeAsync()
        {
            var now = await site.Api(admin).JsonAsync($"{Url}/{url.Split('/')[^1]}");
            return (now.Text("name"), now.Text("assignment"));
        }
    }

    [Fact]
    public async Task Who_joins_elsewhere_is_not_taken_off_by_who_looked_before()
    {
        var (admin, dana, jonas) = (await site.AdminAsync(), await site.AgentAsync(), await site.AgentAsync());
        var (api, browser) = (site.Api(admin), site.Browser(admin));
        var name = $"Joined {Guid.NewGuid():N}";
        var team = await site.TeamAsync(name, dana);
        var (email, url) = ($"{Guid.NewGuid():N}@example.com", $"/admin/teams/{team}");
        foreach (var join in new Func<Task<HttpResponseMessage>>[]
        {
            () => api.PatchAsJsonAsync($"/api/v1/admin/users/{jonas.Id}", new { teamIds = new[] { team } }),
            () => api.PatchAsJsonAsync($"/api/v1/admin/users/{jonas.Id}", new { teamIds = Array.Empty<Guid>() }),
            () => api.PostAsJsonAsync("/api/v1/admin/users/import", new { csv = $"name,email,role,team\nJonas,{jonas.Email},,{name}" }),
            () => api.PostAsJsonAsync("/api/v1/admin/users/import", new { csv = $"name,email,role,team\nNew,{email},agent,{name}" }),
            () => api.PostAsJsonAsync("/api/v1/admin/users", new { email = $"one-{email}", name = "One", role = "agent", teamIds = new[] { team } }),
            () => api.PostAsJsonAsync("/api/v1/admin/users/invitations", new { people = $"many-{email}", role = "agent", teamIds = new[] { team } }),
        })
        {
            var seen = await browser.PageAsync(url);
            using var joined = await join();
            Assert.True(joined.IsSuccessStatusCode, await joined.Content.ReadAsStringAsync());
            using var late = await browser.SubmitAsync(seen, url, "main form.stack");
            Assert.Equal(HttpStatusCode.PreconditionFailed, late.StatusCode);
        }

        Assert.Equal(5, MembersOf(await api.JsonAsync($"{Url}/{team}")).Count());
    }

    [Fact]
    public async Task Two_pages_that_move_one_person_at_once_leave_nobody_waiting()
    {
        var (admin, jonas) = (await site.AdminAsync(), await site.AgentAsync());
        var team = await site.TeamAsync($"Busy {Guid.NewGuid()}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var members = number % 4 < 2 ? new[] { jonas.Id } : [];
            using var answer = number % 2 == 0
                ? await site.Api(admin).PatchAsJsonAsync($"{Url}/{team}", new { memberIds = members })
                : await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{jonas.Id}", new { teamIds = members.Select(_ => team) });
            return answer.StatusCode;
        }));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Fact]
    public async Task The_audit_log_names_a_team_and_what_it_was_before()
    {
        var api = site.Api(await site.AdminAsync());
        var team = await MakeAsync(api, new { name = "Printers", assignment = "in_turn" });
        (await api.PatchAsJsonAsync($"{Url}/{team.Id()}", new { name = "Paper", assignment = "by_hand" })).EnsureSuccessStatusCode();
        (await api.DeleteAsync($"{Url}/{team.Id()}")).EnsureSuccessStatusCode();
        var lines = (await api.JsonAsync($"/api/v1/admin/audit-log?subjectKind=team&subjectId={team.Id()}")).Items().ToList();
        Assert.Equal(["Paper", "Paper", "Printers"], lines.Select(line => line.GetProperty("subject").Text("name")));
        var change = lines[1].GetProperty("details");
        Assert.Equal(("Printers", "in_turn"), (change.GetProperty("from").Text("name"), change.GetProperty("from").Text("assignment")));
        Assert.Equal(("Paper", "by_hand"), (change.GetProperty("to").Text("name"), change.GetProperty("to").Text("assignment")));
    }

    [Fact]
    public async Task A_member_who_left_stays_in_it_until_somebody_takes_them_off()
    {
        var (admin, dana) = (await site.AdminAsync(), await site.AgentAsync());
        var team = await site.TeamAsync($"Left {Guid.NewGuid()}", dana);
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == dana.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        var browser = site.Browser(admin);
        var page = await browser.PageAsync($"/admin/teams/{team}");
        Assert.Contains("gets nothing: deactivated, or no agent", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var saved = await browser.SubmitAsync(page, $"/admin/teams/{team}", "main form");
        Assert.Equal("Saved.", (await browser.FollowAsync(saved)).Flash());
        var member = (await site.Api(admin).JsonAsync($"{Url}/{team}")).GetProperty("members")[0];
        Assert.Equal((dana.Id, false), (member.Id(), member.GetProperty("isActive").GetBoolean()));
        (await site.Api(admin).PatchAsJsonAsync($"{Url}/{team}", new { memberIds = Array.Empty<Guid>() })).EnsureSuccessStatusCode();
        Assert.Empty(MembersOf(await site.Api(admin).JsonAsync($"{Url}/{team}")));
    }

    private static IEnumerable<string?> MembersOf(JsonElement team) =>
        team.GetProperty("members").EnumerateArray().Select(member => member.GetProperty("name").GetString());

    private static async Task<JsonElement> MakeAsync(HttpClient api, object team)
    {
        using var made = await api.PostAsJsonAsync(Url, team);
        return await made.ReadAsync(HttpStatusCode.Created);
    }
}
