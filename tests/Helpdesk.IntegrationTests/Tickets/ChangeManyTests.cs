using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Tickets.ChangeMany;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Many tickets at once: each by the rules of one, with a result for each, and taken back as one; by page and API.</summary>
public sealed class ChangeManyTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Vpn = ["vpn"];
    private static readonly string[] More = ["more"];

    [Fact]
    public async Task By_page_the_chosen_are_changed_what_was_refused_is_said_and_all_is_taken_back()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (open, closed) = (await site.FileAsync(requester, "Bulk open"), await site.FileAsync(requester, "Bulk closed"));
        await site.ChangeAsync(agent, closed, new { status = "closed" });
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/queue?q=bulk&sort=number");
        using var nothing = await browser.SubmitAsync(page, "", "form[action='/queue/changes']", ("Form.Status", "in_progress"));
        Assert.Equal(["Choose tickets first."], await nothing.ProblemsAsync());
        using var unsaid = await browser.SubmitAsync(page, "", "form[action='/queue/changes']", ("Form.Ids", open.Id.ToString()));
        Assert.Equal(["Choose what to change."], await unsaid.ProblemsAsync());

        using var changed = await browser.SubmitAsync(
            page, "", "form[action='/queue/changes']",
            ("Form.Ids", open.Id.ToString()), ("Form.Ids", closed.Id.ToString()), ("Form.Status", "in_progress"), ("Form.Priority", "high"), ("Form.Tag", "VPN, Home"));
        Assert.Empty(await changed.ProblemsAsync());
        Assert.Equal("/queue?q=bulk&sort=number", changed.Headers.Location!.OriginalString);
        page = await browser.FollowAsync(changed);
        Assert.Contains("1 ticket changed, 1 not.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"#{closed.Number}: A closed ticket can only be reopened.", page.QuerySelector(".notice li")!.TextContent, StringComparison.Ordinal);
        var now = await site.LookAsync(agent, open);
        Assert.Equal(("in_progress", "high"), (now.Text("status"), now.Text("priority")));
        Assert.Equal(2, now.GetProperty("tags").GetArrayLength());

        using var undone = await browser.SubmitAsync(page, "", ".notice form");
        Assert.Equal("Taken back.", (await browser.FollowAsync(undone)).Flash());
        now = await site.LookAsync(agent, open);
        Assert.Equal(("open", "medium", 0), (now.Text("status"), now.Text("priority"), now.GetProperty("tags").GetArrayLength()));
    }

    [Fact]
    public async Task By_api_each_has_its_result_and_undo_leaves_what_somebody_changed_since()
    {
        var (requester, agent, colleague) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync("Another Agent"));
        var (one, two) = (await site.FileAsync(requester, "One"), await site.FileAsync(requester, "Two"));
        await site.ChangeAsync(agent, two, new { priority = "high", tags = Vpn });
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new
        {
            ids = new[] { one.Id, two.Id, Guid.NewGuid(), one.Id },
            change = new { priority = "high", assigneeId = agent.Id },
            addTags = More,
        });
        var run = await answer.JsonAsync();
        Assert.Equal((2, 1), (run.GetProperty("changed").GetInt32(), run.GetProperty("refused").GetInt32()));
        Assert.Equal(["changed", "changed", "refused"], run.GetProperty("results").EnumerateArray().Select(result => result.Text("result")));
        Assert.Equal(["more", "vpn"], (await site.LookAsync(agent, two)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!).Order());

        await site.ChangeAsync(colleague, one, new { priority = "urgent" });
        var id = run.GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(colleague).PostAsync($"/api/v1/admin/tickets/bulk/{id}/undo", null)).StatusCode);
        using var undone = await site.Api(agent).PostAsync($"/api/v1/admin/tickets/bulk/{id}/undo", null);
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        var first = await site.LookAsync(agent, one);
        Assert.Equal(("urgent", 0), (first.Text("priority"), first.GetProperty("tags").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, first.GetProperty("assignee").ValueKind);
        Assert.Equal(["vpn"], (await site.LookAsync(agent, two)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));
        using var twice = await site.Api(agent).PostAsync($"/api/v1/admin/tickets/bulk/{id}/undo", null);
        Assert.Equal(HttpStatusCode.Conflict, twice.StatusCode);
    }

    [Fact]
    public async Task Too_many_and_nonsense_are_refused_before_anything_is_changed()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        foreach (var wrong in new object[]
        {
            new { ids = Enumerable.Range(0, 201).Select(_ => Guid.NewGuid()), change = new { priority = "high" } },
            new { ids = new[] { ticket.Id }, change = new { priority = "huge" } },
            new { ids = new[] { ticket.Id } },
        })
        {
            using var refused = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using var byRequester = await site.Api(requester).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { ticket.Id }, change = new { priority = "high" } });
        Assert.Equal(HttpStatusCode.Forbidden, byRequester.StatusCode);
    }

    [Fact]
    public async Task All_that_a_filter_finds_is_changed_in_the_background_by_page_with_a_question_first()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await FileManyAsync(requester, "Flood", 23);
        var tickets = await site.WithAsync<TicketsDbContext, List<FiledTicket>>(db =>
            db.Tickets.Where(ticket => ticket.Subject == "Flood").OrderBy(ticket => ticket.Number).Select(ticket => new FiledTicket(ticket.Id, ticket.Number)).ToListAsync());

        await site.ChangeAsync(agent, tickets[0], new { status = "closed" });
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/queue?q=flood");
        using var asked = await browser.SubmitAsync(page, "", "form[action='/queue/changes']", ("Form.All", "true"), ("Form.Status", "in_progress"), ("Form.Tag", "flood"));
        page = await asked.PageAsync();
        Assert.Equal("Change 23 tickets?", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Set status to in progress", "Add tag flood"], page.QuerySelectorAll("main li").Select(line => line.TextContent.Trim()));
        Assert.Equal("open", (await site.LookAsync(agent, tickets[5])).Text("status"));

        using var begun = await browser.SubmitAsync(page, "", "main form");
        var run = begun.Headers.Location!.OriginalString;
        site.Clock.Advance(TimeSpan.FromSeconds(2));
        await Eventually.TrueAsync("all are looked at", async () => (await browser.PageAsync(run)).QuerySelector("h1")!.TextContent == "Tickets changed");
        page = await browser.PageAsync(run);
        Assert.Contains("22 changed, 1 not.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"#{tickets[0].Number}: A closed ticket can only be reopened.", page.QuerySelector("main ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("in_progress", (await site.LookAsync(agent, tickets[22])).Text("status"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(await site.AgentAsync()).GetAsync(run)).StatusCode);

        using var undone = await browser.SubmitAsync(page, "", "main form");
        Assert.Equal("/queue", undone.Headers.Location!.OriginalString);
        Assert.Equal("open", (await site.LookAsync(agent, tickets[22])).Text("status"));
    }

    [Fact]
    public async Task Two_instances_share_a_long_run_and_do_each_ticket_once_and_undo_goes_the_same_way()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await FileManyAsync(requester, "Avalanche", 210);
        var macro = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", new { name = "Wait", change = new { priority = "low" }, reply = "We know." });
        var id = (await macro.JsonAsync()).GetProperty("id").GetGuid();
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { query = "q=avalanche", macroId = id });
        var run = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        using var early = await site.Api(agent).PostAsync($"/api/v1/admin/tickets/bulk/{run}/undo", null);
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await Task.WhenAll(WorkAsync(), WorkAsync(), WorkAsync());
        var done = await DoneAsync(agent, run);
        Assert.Equal((210, 210, 0), (done.GetProperty("total").GetInt32(), done.GetProperty("changed").GetInt32(), done.GetProperty("waiting").GetInt32()));
        Assert.Equal(210, await site.WithAsync<TicketsDbContext, int>(db => db.Messages.CountAsync(message => message.Body == "We know.")));

        using var undone = await site.Api(agent).PostAsync($"/api/v1/admin/tickets/bulk/{run}/undo", null);
        var back = await undone.JsonAsync();
        Assert.True(back.IsNull("doneAt"));
        await Task.WhenAll(WorkAsync(), WorkAsync());
        await DoneAsync(agent, back.Id());
        Assert.Equal(210, await site.WithAsync<TicketsDbContext, int>(db => db.Tickets.CountAsync(ticket => ticket.Subject == "Avalanche" && ticket.Priority == TicketPriority.Medium)));
    }

    [Fact]
    public async Task What_breaks_in_the_background_is_said_and_holds_nobody_up()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await FileManyAsync(requester, "Landslide", 3);
        using var macro = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", new { name = "Broken", change = new { priority = "low" } });
        var id = (await macro.JsonAsync()).Id();
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { query = "q=landslide", macroId = id });
        await site.WithAsync<TicketsDbContext>(db => db.Macros.Where(kept => kept.Id == id).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Change, "[]")));
        using var behind = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { query = "q=landslide", change = new { priority = "high" } });
        var broken = await DoneAsync(agent, (await answer.JsonAsync()).Id());
        Assert.Equal((0, 3), (broken.GetProperty("changed").GetInt32(), broken.GetProperty("refused").GetInt32()));
        Assert.Equal("Something broke on our side. Change this ticket for itself.", broken.GetProperty("results")[0].Text("sentence"));
        Assert.Equal(3, (await DoneAsync(agent, (await behind.JsonAsync()).Id())).GetProperty("changed").GetInt32());
        await site.WithAsync<TicketsDbContext>(db => db.Macros.Where(kept => kept.Id == id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_filter_is_checked_as_a_whole_before_the_first_ticket()
    {
        var agent = await site.AgentAsync();
        foreach (var wrong in new object[]
        {
            new { query = "status=gone", change = new { priority = "high" } },
            new { query = "q=x", change = new { category = "None such" } },
            new { query = "q=x", change = new { assigneeId = Guid.NewGuid() } },
            new { query = "q=x", ids = new[] { Guid.NewGuid() }, change = new { priority = "high" } },
            new { query = "q=x", macroId = Guid.NewGuid(), change = new { priority = "high" } },
            new { query = "", change = new { priority = "high" } },
            new { query = "?sort=number&cursor=x", change = new { priority = "high" } },
        })
        {
            using var refused = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_is_not_all_tickets()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester, "Untouched");
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/queue?q=untouched");
        foreach (var back in new[] { "https://elsewhere.example/queue?q=untouched", $"/queue?q={new string('x', 2_000)}", "/queue", "" })
        {
            using var refused = await browser.SubmitAsync(
                page, "", "form[action='/queue/changes']", ("back", back), ("Form.All", "true"), ("Form.IsConfirmed", "true"), ("Form.Priority", "urgent"));
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(["Choose a view or a filter first."], await refused.ProblemsAsync());
        }

        Assert.Equal("medium", (await site.LookAsync(agent, ticket)).Text("priority"));
    }

    [Fact]
    public async Task What_the_database_could_not_do_this_time_is_done_the_next_time()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        await FileManyAsync(requester, "Earthquake", 2);
        await site.DeadlockOnceAsync("update on tickets.tickets", "new.subject = 'Earthquake'");
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { query = "q=earthquake", change = new { priority = "low" } });
        var run = (await answer.JsonAsync()).Id();
        // The fault meets this work, or the site's own.
        await Record.ExceptionAsync(WorkAsync);
        var done = await DoneAsync(agent, run);
        Assert.Equal((2, 0), (done.GetProperty("changed").GetInt32(), done.GetProperty("refused").GetInt32()));
    }

    private async Task WorkAsync() => await site.WithAsync<WorkMany>(async work =>
    {
        while (await work.DoNextAsync(CancellationToken.None))
        {
        }
    });

    /// <summary>The site's own clock may hold the last ticket.</summary>
    private async Task<JsonElement> DoneAsync(Person agent, Guid run)
    {
        var view = default(JsonElement);
        await Eventually.TrueAsync("the run is done", async () =>
        {
            await WorkAsync();
            view = await site.Api(agent).JsonAsync($"/api/v1/admin/tickets/bulk/{run}");
            return !view.IsNull("doneAt");
        });
        return view;
    }

    private Task FileManyAsync(Person requester, string subject, int count) => site.WithAsync<TicketsDbContext>(async db =>
    {
        var category = await db.Categories.OrderBy(each => each.Position).FirstAsync();
        var author = new CurrentUser { Id = requester.Id };
        db.AddRange(Enumerable.Range(0, count).Select(_ => Ticket.Open(
            new NewTicket
            {
                Subject = subject,
                Description = Wording.Of("Snow."),
                CategoryId = category.Id,
                Priority = TicketPriority.Medium,
                RequesterId = requester.Id,
                Channel = TicketChannel.Web,
            },
            author,
            site.Clock.GetUtcNow())));
        await db.SaveChangesAsync();
    });
}
