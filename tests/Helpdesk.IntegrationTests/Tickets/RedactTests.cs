using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Words that an admin takes out, by page and API: gone from everywhere, while the gap stays to be seen.</summary>
public sealed class RedactTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_the_words_go_after_a_question_and_the_gap_stays()
    {
        var (priya, ada, dana) = (await site.EmployeeAsync(), await site.AdminAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        await site.SayAsync(priya, ticket, "My password is quokka-4711.");
        var browser = site.Browser(ada);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Empty((await site.Browser(dana).PageAsync(ticket.Url)).QuerySelectorAll("a[href$=redaction]"));
        var links = page.QuerySelectorAll("a[href$=redaction]");
        var url = links[links.Length - 1].GetAttribute("href")!;
        page = await browser.PageAsync(url);
        Assert.Contains("This cannot be undone.", page.QuerySelector("main form")!.TextContent, StringComparison.Ordinal);
        using var redacted = await browser.SubmitAsync(url, "main form");
        page = await browser.FollowAsync(redacted);
        Assert.Equal("The words are taken out.", page.Flash());
        foreach (var text in new[]
        {
            page.QuerySelector("#conversation")!.TextContent, (await site.Browser(priya).PageAsync(ticket.Url)).QuerySelector("#conversation")!.TextContent,
        })
        {
            Assert.Contains("Redacted by Ada Admin on", text, StringComparison.Ordinal);
            Assert.Contains("Ada Admin took the words out of a message", text, StringComparison.Ordinal);
            Assert.DoesNotContain("quokka", text, StringComparison.Ordinal);
        }

        foreach (var way in new[] { "/tickets", "/", "/tickets?box=open&q=quokka" })
        {
            Assert.DoesNotContain("quokka-4711", await site.Browser(priya).GetStringAsync(way), StringComparison.Ordinal);
        }

        // Once more there is nothing to ask.
        Assert.Null((await browser.PageAsync(url)).QuerySelector("main form"));
    }

    [Fact]
    public async Task By_api_they_vanish_from_search_waiting_mail_kept_answers_known_words_and_copies()
    {
        var (priya, ada, dana) = (await site.EmployeeAsync(), await site.AdminAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var message = Guid.Empty;
        var mails = await site.MailsOfAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tickets/{ticket.Id}/messages") { Content = JsonContent.Create(new { body = "Use the numbat printer." }) };
            request.Headers.Add("Idempotency-Key", "numbat-once");
            using var said = await site.Api(dana).SendAsync(request);
            message = (await said.ReadAsync(HttpStatusCode.Created)).Id();
        });
        var mail = Assert.Single(mails, row => row.Kind == ReplyMail.Kind);
        Assert.NotNull(await site.ComposeAsync(mail));
        using var split = await site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/messages/{message}/split", new { subject = "Apart" });
        var part = await split.ReadAsync(HttpStatusCode.Created);
        await site.FileAsync(priya, "A printer", "Which printer?");
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync(
            $"insert into tickets.known_words (word) values ('numbat'), ('printer') on conflict do nothing"));
        Assert.Equal(2, (await site.Api(dana).JsonAsync("/api/v1/admin/tickets?q=numbat")).Items().Count());

        Assert.Equal(HttpStatusCode.Forbidden, await RedactAsync(dana, ticket, message));
        Assert.Equal(HttpStatusCode.Forbidden, await RedactAsync(priya, ticket, message));
        Assert.Equal(HttpStatusCode.NoContent, await RedactAsync(ada, ticket, message));
        Assert.Equal(HttpStatusCode.Conflict, await RedactAsync(ada, ticket, message));

        Assert.Empty((await site.Api(dana).JsonAsync("/api/v1/admin/tickets?q=numbat")).Items());
        Assert.Null(await site.ComposeAsync(mail));
        foreach (var person in new[] { priya, dana })
        {
            var shown = (await site.LookAsync(person, ticket)).GetProperty("messages")[1];
            Assert.Equal(("", "Ada Admin"), (shown.Text("body"), shown.GetProperty("redactedBy").Text("name")));
            Assert.DoesNotContain("numbat", (await site.Api(person).JsonAsync($"/api/v1/tickets/{part.Id()}")).GetRawText(), StringComparison.Ordinal);
        }

        using var again = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/tickets/{ticket.Id}/messages") { Content = JsonContent.Create(new { body = "Use the numbat printer." }) };
        again.Headers.Add("Idempotency-Key", "numbat-once");
        using var replayed = await site.Api(dana).SendAsync(again);
        Assert.Equal(HttpStatusCode.Created, replayed.StatusCode);
        Assert.DoesNotContain("numbat", await replayed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await site.WithAsync<TicketsDbContext>(async db =>
        {
            Assert.Equal(["printer"], await db.KnownWords.Where(known => known.Word == "numbat" || known.Word == "printer").Select(known => known.Word).ToListAsync());
            Assert.False(await db.Messages.AnyAsync(found => EF.Functions.ILike(found.Body, "%numbat%")));
            var lines = await db.Set<AuditEntry>().Where(line => line.Action == "ticket.redacted").Select(line => line.SubjectId!).ToListAsync();
            Assert.Superset(new HashSet<string> { ticket.Id.ToString(), part.Id().ToString() }, lines.ToHashSet());
        });
    }

    [Fact]
    public async Task A_notes_words_go_too_and_employees_are_not_even_told_that_there_was_one()
    {
        var (priya, ada, dana) = (await site.EmployeeAsync(), await site.AdminAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        using var noted = await site.Api(dana).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "She is a wombat.", kind = "internal" });
        var note = (await noted.ReadAsync(HttpStatusCode.Created)).Id();
        var before = await site.LookAsync(priya, ticket);
        Assert.Single((await site.Api(dana).JsonAsync("/api/v1/admin/tickets?q=wombat")).Items());
        Assert.Equal(HttpStatusCode.NotFound, await RedactAsync(ada, await site.FileAsync(priya), note));
        Assert.Equal(HttpStatusCode.NoContent, await RedactAsync(ada, ticket, note));
        Assert.Empty((await site.Api(dana).JsonAsync("/api/v1/admin/tickets?q=wombat")).Items());
        var after = await site.LookAsync(priya, ticket);
        Assert.Equal(before.GetProperty("events").GetRawText(), after.GetProperty("events").GetRawText());
        Assert.Equal((1, before.Text("updatedAt")), (after.GetProperty("messages").GetArrayLength(), after.Text("updatedAt")));
        var page = await site.Browser(dana).PageAsync(ticket.Url);
        Assert.Contains("Redacted by Ada Admin on", page.QuerySelector(".internal-note")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada Admin took the words out of a note", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("edacted", await site.Browser(priya).GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    private async Task<HttpStatusCode> RedactAsync(Person person, FiledTicket ticket, Guid entry)
    {
        using var answer = await site.Api(person).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/messages/{entry}/redaction", null);
        return answer.StatusCode;
    }
}
