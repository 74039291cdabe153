using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Changes and a reply in one go: kept, shared, previewed and applied, by page and API.</summary>
public sealed class MacroTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Waiting = ["wait"];

    [Fact]
    public async Task By_pages_a_macro_is_written_previewed_and_applied()
    {
        var (requester, agent) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester, "Lamp");
        var browser = site.Browser(agent);
        using var wrong = await browser.SubmitAsync("/queue/macros/new", "main form", ("Form.Name", "Swap"), ("Form.Reply", "Dear {{requester.nmae}}"));
        Assert.Contains("Did you mean {{requester.name}}?", (await wrong.ProblemsAsync())[0], StringComparison.Ordinal);
        using var nothing = await browser.SubmitAsync("/queue/macros/new", "main form", ("Form.Name", "Swap"));
        Assert.Equal("Choose what the macro changes, or write what it says.", (await nothing.ProblemsAsync())[0]);
        using var saved = await browser.SubmitAsync(
            await wrong.PageAsync(), "/queue/macros/new", "main form",
            ("Form.Status", "resolved"), ("Form.Priority", "low"), ("Form.Assignee", "me"), ("Form.AddTags", "Lamp, swap"), ("Form.Reply", "Dear {{requester.first_name}}, it is new now."));
        var list = await browser.FollowAsync(saved);
        Assert.Contains("Set status to resolved · Set priority to low · Assign to whoever applies it · Add tag lamp · Add tag swap · Reply", list.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var choice = await browser.PageAsync($"/tickets/{ticket.Id}/macros");
        var preview = await browser.PageAsync(choice.QuerySelectorAll(".news-list a").Single(link => link.TextContent == "Swap").GetAttribute("href")!);
        Assert.Contains("Set priority to low", preview.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Dear Priya, it is new now.", preview.QuerySelector("textarea")!.TextContent.Trim());
        using var applied = await browser.SubmitAsync(preview, $"/tickets/{ticket.Id}/macros", "main form", ("Form.Body", "Dear Priya, here it is."));
        var page = await browser.FollowAsync(applied);
        Assert.Equal("Dear Priya, here it is.", page.QuerySelectorAll("#conversation .message .prose")[^1].TextContent.Trim());
        Assert.Contains("Ana Lindqvist applied the macro Swap", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        var now = await site.LookAsync(agent, ticket);
        Assert.Equal(("resolved", "low", "Ana Lindqvist"), (now.Text("status"), now.Text("priority"), now.GetProperty("assignee").Text("name")));
        Assert.Equal(["lamp", "swap"], now.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));

        // The requester reads the answer and hears nothing of the tool that wrote it.
        Assert.DoesNotContain("Swap", await site.Browser(requester).GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_cannot_be_read_keeps_no_other_from_being_applied()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var whole = await SaveAsync(agent, new { name = "Whole", reply = "All is well." });
        var broken = await SaveAsync(agent, new { name = "Broken", reply = "x" });
        await site.WithAsync<TicketsDbContext>(db => db.Macros.Where(kept => kept.Id == broken).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Change, "[]")));
        using var applied = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{whole}", new { });
        Assert.Equal(HttpStatusCode.OK, applied.StatusCode);
    }

    [Fact]
    public async Task By_api_macros_are_shared_checked_and_applied_as_a_whole_or_not_at_all()
    {
        var (requester, owner, other) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync());
        var mine = await SaveAsync(owner, new { name = "Mine", change = new { priority = "high", assignee = "none" } });
        var shared = await SaveAsync(owner, new { name = "Shared", reply = "Try again.", sharing = "everybody", change = new { status = "waiting_on_employee", addTags = Waiting } });
        Assert.Equal(["Shared"], await NamesAsync(other));
        foreach (var wrong in new object[]
        {
            new { name = "", reply = "x" }, new { name = "x" }, new { name = "x", change = new { status = "gone" } }, new { name = "x", change = new { category = "None such" } },
            new { name = "x", change = new { assignee = requester.Id.ToString() } }, new { name = "x", change = new { team = Guid.NewGuid().ToString() } },
        })
        {
            using var refused = await site.Api(owner).PostAsJsonAsync("/api/v1/admin/macros", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        var ticket = await site.FileAsync(requester);
        using var foreign = await site.Api(other).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{mine}", new { });
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var applied = await site.Api(other).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{shared}", new { });
        var view = await applied.ReadAsync(HttpStatusCode.OK);
        Assert.Equal("waiting_on_employee", view.Text("status"));
        Assert.Equal("Try again.", (await site.LookAsync(requester, ticket)).GetProperty("messages")[1].Text("body"));
        using var silent = await site.Api(owner).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{mine}", new { });
        Assert.Equal("high", (await silent.ReadAsync(HttpStatusCode.OK)).Text("priority"));

        // A writer who has not seen the last answer changes nothing, neither words nor fields.
        var seen = (await site.LookAsync(owner, ticket)).GetProperty("messages")[0].Id();
        using var stale = await site.Api(owner).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "x", macroId = mine, lastSeenMessageId = seen });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        using var gone = await site.Api(owner).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "x", macroId = Guid.NewGuid() });
        Assert.Equal("This macro is gone. Choose another, or go on without it.", await gone.ErrorAsync("macroId"));
        using var noted = await site.Api(owner).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "x", kind = "internal", macroId = mine });
        Assert.Equal("A note takes no macro.", await noted.ErrorAsync("macroId"));
        using var byRequester = await site.Api(requester).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "x", macroId = shared });
        Assert.Equal(HttpStatusCode.Forbidden, byRequester.StatusCode);
        Assert.Equal(2, (await site.LookAsync(requester, ticket)).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task A_held_reply_takes_its_macro_along_when_sent_and_when_taken_back()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        using var choice = await site.Api(agent).PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "10" });
        var macro = await SaveAsync(agent, new { name = "Low", reply = "Later.", change = new { priority = "low" } });
        var ticket = await site.FileAsync(requester);
        using var held = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "Later.", macroId = macro });
        var id = (await held.ReadAsync(HttpStatusCode.Accepted)).Id();
        Assert.Equal("medium", (await site.LookAsync(agent, ticket)).Text("priority"));
        using var undone = await site.Api(agent).DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{id}");
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Contains("With the macro “Low”: Set priority to low", page.QuerySelector("[data-macro-slot]")!.TextContent, StringComparison.Ordinal);

        // Sent from a list, it goes on to the next ticket, and can be taken back from there.
        var next = await site.FileAsync(requester, "The next one");
        using var sent = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.MacroId", macro.ToString()), ("next", next.Url));
        Assert.Equal(next.Url, sent.Headers.Location!.OriginalString);
        page = await browser.PageAsync(next.Url);
        Assert.Equal($"/tickets/{ticket.Id}/held-replies", string.Join('/', page.QuerySelector(".held-before form")!.GetAttribute("action")!.Split('/')[..4]));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.TrueAsync("it is posted", async () => (await site.LookAsync(agent, ticket)).Text("priority") == "low");
    }

    [Fact]
    public async Task A_held_reply_that_breaks_goes_back_to_its_writer_and_holds_nobody_up()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        using var choice = await site.Api(agent).PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "10" });
        var macro = await SaveAsync(agent, new { name = "Broken", reply = "Soon.", change = new { priority = "low" } });
        var (one, two) = (await site.FileAsync(requester), await site.FileAsync(requester));
        using var first = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{one.Id}/held-replies", new { body = "Soon.", macroId = macro });
        await site.WithAsync<TicketsDbContext>(db => db.Macros.Where(kept => kept.Id == macro).ExecuteUpdateAsync(set => set.SetProperty(kept => kept.Change, "[]")));
        site.Clock.Advance(TimeSpan.FromMilliseconds(100));
        using var second = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{two.Id}/held-replies", new { body = "At once." });
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.TrueAsync("the second is posted", async () => (await site.LookAsync(requester, two)).GetProperty("messages").GetArrayLength() == 2);
        await site.WithAsync<TicketsDbContext>(db => db.Macros.Where(kept => kept.Id == macro).ExecuteDeleteAsync());
        Assert.Contains("Something broke on our side. Send it again.", (await site.Browser(agent).PageAsync(one.Url)).QuerySelector("#held")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await site.LookAsync(requester, one)).GetProperty("messages").GetArrayLength());
    }

    [Theory]
    [InlineData("https://evil.example/t/1")]
    [InlineData("//evil.example/queue")]
    [InlineData("/t/1/../../signout")]
    public async Task The_way_on_leads_to_tickets_alone(string next)
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        using var sent = await site.Browser(agent).SubmitAsync(ticket.Url, "#reply", ("Form.Body", "x"), ("next", next));
        Assert.StartsWith($"{ticket.Url}#m-", sent.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    private async Task<Guid> SaveAsync(Person agent, object macro)
    {
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", macro);
        return (await answer.ReadAsync(HttpStatusCode.Created)).Id();
    }

    private async Task<List<string>> NamesAsync(Person agent) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/macros")).EnumerateArray().Select(macro => macro.Text("name"))];
}
