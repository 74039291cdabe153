using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.HoldReply;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A sent reply that can still be taken back: seen by its writer alone, posted once at its time, or a draft again.</summary>
public sealed class HeldReplyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_a_reply_waits_can_be_undone_and_is_sent_at_its_time()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await WaitingAgentAsync());
        var ticket = await site.FileAsync(requester);
        var browser = site.Browser(agent);
        using var sent = await browser.SubmitAsync(ticket.Url, "#reply", ("Form.Body", "A first try."), ("Form.Status", "resolved"));
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("Sending in 10 s.", page.Flash());
        Assert.Contains("A first try.", page.QuerySelector("#held")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("A first try.", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        await NobodyElseSeesAsync(requester, ticket, "A first try.");

        using var undone = await browser.SubmitAsync(page, ticket.Url, "#held form");
        page = await browser.PageAsync(ticket.Url);
        Assert.Equal("Not sent. Your text is a draft again.", page.Flash());
        Assert.Equal("A first try.", page.QuerySelector("#reply textarea")!.TextContent.Trim());
        Assert.Equal("open", (await site.LookAsync(requester, ticket)).Text("status"));

        using var again = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "A better try."), ("Form.Status", "resolved"));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.TrueAsync("it is posted", async () => (await site.LookAsync(requester, ticket)).Text("status") == "resolved");
        Assert.Equal(["It smokes.", "A better try."], Bodies(await site.LookAsync(requester, ticket)));
        Assert.Null((await browser.PageAsync(ticket.Url)).QuerySelector("#held"));
        using var late = await browser.SubmitAsync(page, ticket.Url, "#reply", ("Form.Body", "x"));
        Assert.NotNull(sent);
    }

    [Fact]
    public async Task By_api_it_is_held_undone_and_posted_once_by_several_instances()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await WaitingAgentAsync());
        var ticket = await site.FileAsync(requester);
        var api = site.Api(agent);
        using var held = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "First." });
        Assert.Equal(HttpStatusCode.Accepted, held.StatusCode);
        var id = (await held.JsonAsync()).GetProperty("id").GetGuid();
        using var byOther = await site.Api(await site.AgentAsync("Another Agent")).DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{id}");
        Assert.Equal(HttpStatusCode.Conflict, byOther.StatusCode);
        using var undone = await api.DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{id}");
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);

        using var second = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "Second." });
        var mails = await site.MailsOfAsync(async () =>
        {
            site.Clock.Advance(TimeSpan.FromSeconds(11));
            await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostAsync()));
            await Eventually.TrueAsync("it is posted", async () => Bodies(await site.LookAsync(requester, ticket)).Count == 2);
        });
        Assert.Single(mails, mail => mail.Kind == ReplyMail.Kind && mail.RecipientId == requester.Id);
        using var tooLate = await api.DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{(await second.JsonAsync()).GetProperty("id").GetGuid()}");
        Assert.Equal("It was sent already.", (await tooLate.JsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task What_came_in_meanwhile_stops_it_and_its_text_is_kept()
    {
        var (requester, agent) = (await site.EmployeeAsync("Priya Patel"), await WaitingAgentAsync());
        var ticket = await site.FileAsync(requester);
        using var held = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "Is it plugged in?", status = "waiting_on_employee" });
        site.Clock.Advance(TimeSpan.FromSeconds(5));
        await site.SayAsync(requester, ticket, "It was not plugged in. Thank you.");
        site.Clock.Advance(TimeSpan.FromSeconds(6));
        await PostAsync();
        await RefusedAsync(agent);
        Assert.Equal(["It smokes.", "It was not plugged in. Thank you."], Bodies(await site.LookAsync(requester, ticket)));
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Contains("Priya Patel answered meanwhile.", page.QuerySelector("#held")!.TextContent, StringComparison.Ordinal);
        using var edited = await browser.SubmitAsync(page, ticket.Url, "#held form");
        Assert.Equal("Is it plugged in?", (await browser.PageAsync(ticket.Url)).QuerySelector("#reply textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task What_would_be_refused_is_refused_at_once_and_nobody_posts_for_somebody_who_left()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await WaitingAgentAsync());
        var ticket = await site.FileAsync(requester);
        var api = site.Api(requester);
        using var notTheirs = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "x", status = "in_progress" });
        Assert.Equal(HttpStatusCode.Forbidden, notTheirs.StatusCode);
        using var empty = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = " " });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);

        using var held = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "My last words." });
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == agent.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await PostAsync();
        await RefusedAsync(agent);
        Assert.Equal(["It smokes."], Bodies(await site.LookAsync(requester, ticket)));
    }

    [Fact]
    public async Task What_the_database_could_not_do_this_time_is_sent_the_next_time()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await WaitingAgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.DeadlockOnceAsync("insert on tickets.messages", $"new.ticket_id = '{ticket.Id}'");
        using var held = await site.Api(agent).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "At last." });
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        // The fault meets this work, or the site's own.
        await Record.ExceptionAsync(PostAsync);
        await Eventually.TrueAsync("it is posted", async () =>
        {
            await PostAsync();
            return Bodies(await site.LookAsync(requester, ticket)).Count == 2;
        });
    }

    private static List<string> Bodies(JsonElement ticket) => [.. ticket.GetProperty("messages").EnumerateArray().Select(message => message.Text("body"))];

    /// <summary>The site's own clock may be the one that refuses it.</summary>
    private Task RefusedAsync(Person agent) => Eventually.TrueAsync("it is refused", async () =>
        await site.WithAsync<TicketsDbContext, int>(db => db.HeldReplies.CountAsync(row => row.AuthorId == agent.Id && row.RefusedBecause != null)) == 1);

    private Task PostAsync() => site.WithAsync<PostHeldReplies>(async posting =>
    {
        while (await posting.DoNextAsync(CancellationToken.None))
        {
        }
    });

    /// <summary>Somebody whose replies wait ten seconds.</summary>
    private async Task<Person> WaitingAgentAsync()
    {
        var agent = await site.AgentAsync();
        using var chosen = await site.Api(agent).PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "10" });
        Assert.Equal("10", (await chosen.JsonAsync()).Text("undoDelay"));
        return agent;
    }

    private async Task NobodyElseSeesAsync(Person requester, FiledTicket ticket, string words)
    {
        var colleague = await site.AgentAsync("Another Agent");
        foreach (var person in new[] { requester, colleague })
        {
            Assert.DoesNotContain(words, await site.Api(person).GetStringAsync($"/api/v1/tickets/{ticket.Id}"), StringComparison.Ordinal);
            Assert.DoesNotContain(words, await site.Browser(person).GetStringAsync(ticket.Url), StringComparison.Ordinal);
        }

        Assert.DoesNotContain(words, await site.Api(colleague).GetStringAsync("/api/v1/admin/tickets?q=first"), StringComparison.Ordinal);
    }
}
