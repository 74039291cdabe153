using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A ticket that comes to a team goes to a member by the team's rule, whichever door it came through.</summary>
public sealed class TeamWorkTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task In_turn_each_member_gets_one_and_the_timeline_says_why()
    {
        var (priya, dana, jonas) = (await site.EmployeeAsync(), await site.AgentAsync("Dana Kim"), await site.AgentAsync("Jonas Lind"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana, jonas);
        var other = await site.AgentAsync("Ana Silva");
        var tickets = new List<FiledTicket>();
        for (var i = 0; i < 4; i++)
        {
            tickets.Add(await site.FileAsync(priya));
        }

        // By API, by page, by a macro, and many at once.
        await site.ChangeAsync(other, tickets[0], new { teamId = team });
        using var byPage = await site.Browser(other).SubmitAsync(tickets[1].Url, ".side-fields", ("Form.Team", team.ToString()));
        Assert.Equal(HttpStatusCode.Redirect, byPage.StatusCode);
        await ApplyAsync(other, tickets[2], new { name = "Over to them", change = new { team = team.ToString() } });
        using var bulk = await site.Api(other).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { tickets[3].Id }, change = new { teamId = team } });
        Assert.Equal(HttpStatusCode.OK, bulk.StatusCode);

        var members = new[] { dana, jonas }.OrderBy(member => member.Id).ToList();
        for (var i = 0; i < tickets.Count; i++)
        {
            var shown = await site.LookAsync(other, tickets[i]);
            Assert.Equal((members[i % 2].Id, "open"), (shown.GetProperty("assignee").Id(), shown.Text("status")));
            var told = shown.GetProperty("events").EnumerateArray().Single(entry => entry.Text("kind") == "assigned");
            Assert.Equal($"in turn, team Shared {team}", told.Text("why"));
            Assert.True(told.IsNull("actor"));
        }

        var page = await site.Browser(other).PageAsync(tickets[0].Url);
        Assert.Contains($"Assigned to {members[0].Name} in turn, team Shared {team}", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_macro_with_a_reply_shares_it_too_but_not_what_it_resolves()
    {
        var (priya, dana, other) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana);
        var (open, done) = (await site.FileAsync(priya), await site.FileAsync(priya));
        await ApplyAsync(other, open, new { name = "They answer", reply = "My colleagues answer.", change = new { team = team.ToString() } });
        await ApplyAsync(other, done, new { name = "Theirs and done", reply = "It is done.", change = new { team = team.ToString(), status = "resolved" } });
        Assert.Equal(dana.Id, (await site.LookAsync(other, open)).GetProperty("assignee").Id());
        Assert.True((await site.LookAsync(other, done)).IsNull("assignee"));
    }

    [Fact]
    public async Task The_least_loaded_gets_it_until_all_have_enough()
    {
        var (priya, dana, jonas) = (await site.EmployeeAsync(), await site.AgentAsync("Dana Kim"), await site.AgentAsync("Jonas Lind"));
        var team = await SharingTeamAsync(AssignmentMode.LeastLoaded, 2, dana, jonas);
        var busy = await site.FileAsync(priya);
        await site.ChangeAsync(dana, busy, new { assigneeId = dana.Id });
        Assert.Equal(jonas.Id, await GivenAsync(team));
        Assert.Equal(new HashSet<Guid?> { dana.Id, jonas.Id }, [await GivenAsync(team), await GivenAsync(team)]);
        Assert.Null(await GivenAsync(team));

        // What is resolved counts no more.
        await site.ChangeAsync(dana, busy, new { status = "resolved" });
        Assert.Equal(dana.Id, await GivenAsync(team));
    }

    [Fact]
    public async Task By_hand_it_waits_and_what_somebody_has_stays_theirs()
    {
        var (priya, dana, other) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var (hand, shared) = (await site.TeamAsync($"By hand {Guid.NewGuid()}", dana), await SharingTeamAsync(AssignmentMode.InTurn, null, dana));
        Assert.Null(await GivenAsync(hand));
        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(other, ticket, new { assigneeId = other.Id });
        await site.ChangeAsync(other, ticket, new { teamId = shared });
        Assert.Equal(other.Id, (await site.LookAsync(other, ticket)).GetProperty("assignee").Id());

        // Somebody named in the same change is somebody it belongs to.
        var named = await site.FileAsync(priya);
        await site.ChangeAsync(other, named, new { teamId = shared, assigneeId = other.Id });
        Assert.Equal(other.Id, (await site.LookAsync(other, named)).GetProperty("assignee").Id());
    }

    [Fact]
    public async Task Who_may_not_work_any_more_gets_nothing()
    {
        var (dana, jonas, ana) = (await site.AgentAsync("Dana Kim"), await site.AgentAsync("Jonas Lind"), await site.AgentAsync("Ana Silva"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana, jonas, ana);
        await site.WithAsync<AuthDbContext>(async db =>
        {
            await db.Users.Where(user => user.Id == dana.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow()));
            await db.Users.Where(user => user.Id == jonas.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.Role, Role.Employee));
        });
        Assert.Equal([ana.Id, ana.Id], new[] { await GivenAsync(team), await GivenAsync(team) }.OfType<Guid>());
    }

    [Fact]
    public async Task What_is_filed_in_a_category_of_the_team_is_shared_at_once()
    {
        var (admin, dana) = (await site.AdminAsync(), await site.AgentAsync("Dana Kim"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana);
        var name = $"Shared {Guid.NewGuid():N}";
        await site.CategoryAsync(admin, new { name, defaultTeamId = team });
        var priya = await site.EmployeeAsync();
        using var filed = await site.Api(priya).PostAsJsonAsync("/api/v1/tickets", new { subject = "A door", description = "It is stuck.", category = name });
        var shown = await site.Api(dana).JsonAsync($"/api/v1/tickets/{(await filed.ReadAsync(HttpStatusCode.Created)).Id()}");
        Assert.Equal(dana.Id, shown.GetProperty("assignee").Id());
        Assert.Equal($"in turn, team Shared {team}", shown.GetProperty("events").EnumerateArray().Single(entry => entry.Text("kind") == "assigned").Text("why"));
        var news = (await site.Api(dana).JsonAsync("/api/v1/notifications")).Items().First();
        Assert.Contains("in turn", news.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssignmentMode.InTurn)]
    [InlineData(AssignmentMode.LeastLoaded)]
    public async Task Of_many_at_once_each_member_gets_as_many(AssignmentMode mode)
    {
        var members = new List<Person>();
        for (var i = 0; i < 4; i++)
        {
            members.Add(await site.AgentAsync($"Member Number{i}"));
        }

        var team = await SharingTeamAsync(mode, mode == AssignmentMode.LeastLoaded ? 5 : null, [.. members]);
        var given = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => GivenAsync(team))));
        Assert.Equal(members.Select(member => (member.Id, 5)).Order(), given.GroupBy(id => id!.Value).Select(group => (group.Key, group.Count())).Order());
    }

    [Fact]
    public async Task The_member_is_told_by_mail_and_on_the_page_and_the_requester_is_not()
    {
        var (priya, dana, other) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana);
        var ticket = await site.FileAsync(priya);
        var mail = Assert.Single(await site.MailsOfAsync(() => site.ChangeAsync(other, ticket, new { teamId = team })));
        Assert.Equal(("ticket-assigned", dana.Id), (mail.Kind, mail.RecipientId));
        var content = (await site.ComposeAsync(mail))!;
        Assert.Equal($"You got this ticket in turn, team Shared {team}", content.Heading);
        Assert.Contains("This is yours now", content.Subject, StringComparison.Ordinal);
        var news = (await site.Api(dana).JsonAsync("/api/v1/notifications")).Items().First();
        Assert.Contains($"You got it in turn, team Shared {team}.", news.GetRawText(), StringComparison.Ordinal);

        foreach (var text in new[]
        {
            (await site.LookAsync(priya, ticket)).GetRawText(), await site.Browser(priya).GetStringAsync(ticket.Url), (await site.Api(priya).JsonAsync("/api/v1/notifications")).GetRawText(),
        })
        {
            Assert.DoesNotContain("in turn", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Shared", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_way_back_takes_the_member_off_again()
    {
        var (priya, dana, other) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Ana Silva"));
        var team = await SharingTeamAsync(AssignmentMode.InTurn, null, dana);
        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(other, ticket, new { teamId = team });
        var browser = site.Browser(other);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("You changed team, assignee.", page.QuerySelector(".undo-line span")!.TextContent);
        using var undone = await browser.SubmitAsync(page, ticket.Url, ".undo-line");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var now = await site.LookAsync(other, ticket);
        Assert.True(now.IsNull("team") && now.IsNull("assignee"));
    }

    /// <summary>Files a ticket, gives it to the team, and says who got it.</summary>
    private async Task<Guid?> GivenAsync(Guid team)
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync("Ada Giver"));
        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(agent, ticket, new { teamId = team });
        var shown = await site.LookAsync(agent, ticket);
        return shown.IsNull("assignee") ? null : shown.GetProperty("assignee").Id();
    }

    private async Task<Guid> SharingTeamAsync(AssignmentMode mode, int? limit, params Person[] members)
    {
        var id = await site.TeamAsync($"Sharing {Guid.NewGuid()}", members);
        await site.WithAsync<AuthDbContext>(db => db.Teams.Where(team => team.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(team => team.Name, $"Shared {id}").SetProperty(team => team.Assignment, mode).SetProperty(team => team.OpenLimit, limit)));
        return id;
    }

    private async Task ApplyAsync(Person agent, FiledTicket ticket, object macro)
    {
        using var saved = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", macro);
        var id = (await saved.ReadAsync(HttpStatusCode.Created)).Id();
        using var applied = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{id}", new { });
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
    }
}
