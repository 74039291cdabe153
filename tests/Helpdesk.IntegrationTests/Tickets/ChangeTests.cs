using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class ChangeTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Vpn = ["VPN", "home"];

    [Fact]
    public async Task The_team_changes_any_field_and_each_change_is_told()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var ticket = await site.Api(priya).OpenAsync();
        using var response = await site.Api(dana).ChangeAsync(ticket, new
        {
            status = "waiting_on_employee",
            priority = "high",
            category = "Network",
            assigneeId = dana.Id,
            tags = Vpn,
        });
        var changed = await response.ReadAsync(HttpStatusCode.OK);
        Assert.Equal(
            ("waiting_on_employee", "high", "Network", dana.Id),
            (changed.Text("status"), changed.Text("priority"), changed.Text("category"), changed.GetProperty("assignee").Id()));
        Assert.Equal(dana.Email, changed.GetProperty("assignee").Text("email"));
        Assert.Equal($"\"{changed.Version()}\"", response.Headers.ETag!.Tag);

        var forStaff = (await site.Api(dana).ShowAsync(ticket)).GetProperty("events").EnumerateArray().Skip(1).ToList();
        Assert.Equal(
            "category_changed Hardware Network|priority_changed medium high|tags_changed  vpn, home|assigned  Dana Diaz|status_changed open waiting_on_employee",
            string.Join('|', forStaff.Select(entry => $"{entry.Text("kind")} {entry.Text("from")} {entry.Text("to")}")));
        Assert.All(forStaff, entry => Assert.Equal(dana.Id, entry.GetProperty("actor").Id()));
        var forPriya = (await site.Api(priya).ShowAsync(ticket)).GetProperty("events").EnumerateArray().Skip(1);
        Assert.Equal("category_changed|priority_changed|status_changed", string.Join('|', forPriya.Select(entry => entry.Text("kind"))));

        using var nobody = await site.Api(dana).ChangeAsync(ticket, new { assigneeId = (Guid?)null });
        Assert.True((await nobody.ReadAsync(HttpStatusCode.OK)).IsNull("assignee"));
        using var nothing = await site.Api(dana).ChangeAsync(ticket, new { });
        Assert.Equal("high", (await nothing.ReadAsync(HttpStatusCode.OK)).Text("priority"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_changed()
    {
        var priya = await site.EmployeeAsync();
        var dana = await site.AgentAsync();
        var gone = await site.AgentAsync("Gone Agent");
        await site.WithAsync<AuthDbContext>(async db =>
            await db.Users.Where(user => user.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));
        var api = site.Api(dana);
        var ticket = await site.Api(priya).OpenAsync();
        foreach (var (field, change, sentence) in new (string, object, string)[]
        {
            ("status", new { status = "done", priority = "high" }, "Choose a status: open, in_progress, waiting_on_employee, resolved or closed."),
            ("priority", new { priority = "now" }, "Choose a priority: low, medium, high or urgent."),
            ("category", new { category = "Nonsense", priority = "high" }, "Choose a category."),
            ("assigneeId", new { assigneeId = Guid.NewGuid() }, "Choose an active member of the helpdesk team."),
            ("assigneeId", new { assigneeId = priya.Id, priority = "high" }, "Choose an active member of the helpdesk team."),
            ("assigneeId", new { assigneeId = gone.Id }, "Choose an active member of the helpdesk team."),
            ("teamId", new { teamId = Guid.NewGuid() }, "There is no such team."),
            ("tags", new { tags = new[] { "a,b" } }, "A tag contains a character that cannot be used here."),
        })
        {
            using var response = await api.ChangeAsync(ticket, change);
            Assert.Equal(sentence, await response.ErrorAsync(field));
        }

        Assert.Equal(ticket.Version(), (await api.ShowAsync(ticket)).Version());
        using var unknown = await api.ChangeAsync(ticket, new { subject = "Other" });
        await unknown.ReadAsync(HttpStatusCode.BadRequest);

        (await api.ChangeAsync(ticket, new { status = "closed" })).Dispose();
        using var closed = await api.ChangeAsync(ticket, new { status = "resolved", priority = "urgent" });
        Assert.Equal("A closed ticket can only be reopened.", await closed.WhyAsync(HttpStatusCode.Conflict));
        Assert.Equal("medium", (await api.ShowAsync(ticket)).Text("priority"));
    }

    [Fact]
    public async Task Of_two_writers_with_one_version_one_is_told()
    {
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var ticket = await site.Api(dana).OpenAsync();
        using var first = await site.Api(dana).ChangeAsync(ticket, new { priority = "urgent" }, ticket.Version());
        var version = (await first.ReadAsync(HttpStatusCode.OK)).Version();
        using var second = await site.Api(ana).ChangeAsync(ticket, new { priority = "low" }, ticket.Version());
        Assert.Equal("Somebody changed this ticket meanwhile. Look at it, then choose.", await second.WhyAsync(HttpStatusCode.PreconditionFailed));
        using var third = await site.Api(ana).ChangeAsync(ticket, new { priority = "low" }, version);
        await third.ReadAsync(HttpStatusCode.OK);
        using var own = await site.Api(dana).MoveAsync(ticket, "resolved", ticket.Version());
        await own.ReadAsync(HttpStatusCode.PreconditionFailed);

        foreach (var (tag, status) in new[] { ("*", 200), ("\"nonsense\"", 412), ($"W/\"{version + 1}\"", 412), ($"\"{version + 1}\"", 200) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Patch, $"/api/v1/admin/tickets/{ticket.Id()}") { Content = JsonContent.Create(new { priority = "low" }) };
            request.Headers.TryAddWithoutValidation("If-Match", tag);
            using var response = await site.Api(dana).SendAsync(request);
            Assert.Equal(status, (int)response.StatusCode);
        }
    }

    [Fact]
    public async Task The_requester_resolves_reopens_and_closes_and_nothing_else()
    {
        var priya = await site.EmployeeAsync();
        var api = site.Api(priya);
        var ticket = await api.OpenAsync();
        foreach (var (status, code, detail) in new (string, HttpStatusCode, string?)[]
        {
            ("in_progress", HttpStatusCode.Forbidden, "You can resolve, reopen or close your ticket. The helpdesk sets the other states."),
            ("resolved", HttpStatusCode.OK, null),
            ("resolved", HttpStatusCode.OK, null),
            ("open", HttpStatusCode.OK, null),
            ("closed", HttpStatusCode.OK, null),
            ("open", HttpStatusCode.Conflict, "This ticket is closed. Answer it to open it again."),
            ("resolved", HttpStatusCode.Conflict, "A closed ticket can only be reopened."),
        })
        {
            using var response = await api.MoveAsync(ticket, status);
            var answer = await response.ReadAsync(code);
            Assert.Equal(detail, code == HttpStatusCode.OK ? null : answer.Text("detail"));
            Assert.Equal(code == HttpStatusCode.OK ? status : null, code == HttpStatusCode.OK ? answer.Text("status") : null);
        }

        using var wrong = await api.MoveAsync(ticket, "done");
        Assert.Equal("Choose a status: open, in_progress, waiting_on_employee, resolved or closed.", await wrong.ErrorAsync("status"));
    }

    [Fact]
    public async Task Whoever_takes_first_has_it()
    {
        var dana = await site.AgentAsync();
        var ana = await site.AgentAsync("Ana Silva");
        var ticket = await site.Api(await site.EmployeeAsync()).OpenAsync();
        using var taken = await site.Api(dana).TakeAsync(ticket);
        var mine = await taken.ReadAsync(HttpStatusCode.OK);
        Assert.Equal((dana.Id, "in_progress"), (mine.GetProperty("assignee").Id(), mine.Text("status")));
        using var late = await site.Api(ana).TakeAsync(ticket);
        Assert.Equal("Dana Diaz took it already.", await late.WhyAsync(HttpStatusCode.Conflict));
        using var again = await site.Api(dana).TakeAsync(ticket);
        Assert.Equal(mine.Version(), (await again.ReadAsync(HttpStatusCode.OK)).Version());
    }
}
