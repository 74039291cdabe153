using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Email;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Care;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>
/// A day of work on a ticket, with a word of its own in everything that is for the team alone. The word is looked for in
/// all that others get meanwhile and afterwards: pages, API, lists, counts, search, streams, mails from a real server, exports.
/// </summary>
public sealed class TeamSecretsTests(MailSite site) : IClassFixture<MailSite>
{
    private const string Word = "zanzibar";
    private static readonly string[] Tags = ["zanzibartag"];

    [Fact]
    public async Task Not_one_word_of_the_team_reaches_anybody_else_by_any_way()
    {
        var (requester, copied, other) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Other Person"));
        var (left, dana, hidden) = (await site.EmployeeAsync("Gone Person"), await site.AgentAsync(), await site.AgentAsync("Zanzibar Assignee"));
        var ticket = await OpenAsync(requester, copied, left);
        var outsiders = new[] { requester, copied, other };
        var streams = new List<EventStream>();
        foreach (var person in outsiders.Append(left))
        {
            streams.Add(await EventStream.OpenAsync(site.Browser(person)));
        }

        await DeactivateAsync(left);
        await WorkAsync(ticket, dana, hidden);
        await SpeakAsync(ticket, dana);
        Assert.Contains(Word, await site.Browser(dana).GetStringAsync(ticket.Url), StringComparison.OrdinalIgnoreCase);

        var looked = 0;
        foreach (var person in outsiders.Append(left).Append(null))
        {
            looked += await LookEverywhereAsync(person, ticket);
        }

        Assert.True(looked > 60_000, $"Only {looked} letters were looked at.");
        await LookIntoMailsAsync([requester, copied]);
        Assert.Empty(await site.ArrivedAsync(other.Email));
        Assert.DoesNotContain(await site.ArrivedAsync(left.Email), mail => mail.Read().Subject.Contains($"#{ticket.Number}]", StringComparison.Ordinal) && !mail.Read().Subject.Contains("We got", StringComparison.Ordinal));
        await LookIntoStreamsAsync(ticket, streams);
    }

    private async Task<FiledTicket> OpenAsync(Person requester, params Person[] copied)
    {
        var ticket = await site.Api(requester).OpenAsync("Printer on fire", participants: [.. copied.Select(person => person.Email)]);
        return new FiledTicket(ticket.Id(), ticket.Number());
    }

    /// <summary>All that the team does among itself.</summary>
    private async Task WorkAsync(FiledTicket ticket, Person dana, Person hidden)
    {
        var api = site.Api(dana);
        await site.SayAsync(dana, ticket, "A zanzibarnote about a hippopotamus.", kind: "internal");
        await site.ChangeAsync(dana, ticket, new { tags = Tags, assigneeId = hidden.Id });
        // The tags that a ticket has are its requester's to see; those that it had, and who changed them, are not.
        await site.ChangeAsync(dana, ticket, new { tags = Array.Empty<string>(), assigneeId = dana.Id });
        await DoneAsync(api.PutAsJsonAsync($"/api/v1/drafts/note/{ticket.Id}", new { body = "A zanzibardraft of a note." }));
        await DoneAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze", new { until = "2027-01-01" }));
        await DoneAsync(api.DeleteAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze"));
        await DoneAsync(api.PostAsJsonAsync("/api/v1/admin/canned-answers", new { name = "zanzibarcanned", body = "A zanzibartext.", sharing = "everybody" }));
        await DoneAsync(api.PostAsJsonAsync("/api/v1/admin/views", new { name = "zanzibarview", query = "status=open", sharing = "everybody" }));
        await DoneAsync(api.PostAsJsonAsync("/api/v1/admin/tickets/bulk", new { ids = new[] { ticket.Id }, change = new { priority = "high" } }));
        await site.SayAsync(dana, ticket, "@Zanzibar Assignee knows the zanzibarway.", kind: "internal");
        using var macro = await api.PostAsJsonAsync("/api/v1/admin/macros", new { name = "zanzibarmacro", change = new { assignee = "me" }, sharing = "everybody" });
        await DoneAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/macros/{(await macro.JsonAsync()).Id()}", new { }));
        await DoneAsync(site.Api(hidden).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "replying" }));
        await DoneAsync(api.PutAsync($"/api/v1/tickets/{ticket.Id}/mute", null));

        // A reply that was taken back is a draft that nobody else sees.
        await DoneAsync(site.Api(hidden).PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "30" }));
        using var held = await site.Api(hidden).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "A zanzibarheld reply." });
        var id = (await held.JsonAsync()).GetProperty("id").GetGuid();
        await LookAsync(site.Api(dana), $"/api/v1/tickets/{ticket.Id}", "zanzibarheld");
        await DoneAsync(site.Api(hidden).DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{id}"));

        var linked = await site.FileAsync(dana, "A zanzibarlinked matter");
        await DoneAsync(api.PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/links", new { kind = "blocks", ticket = linked.Id }));
        await site.ChangeAsync(dana, ticket, new { teamId = await site.TeamAsync("Zanzibarteam", dana) });

        // That a note was redacted tells that there was one.
        using var noted = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "A zanzibarnote that goes.", kind = "internal" });
        var note = (await noted.JsonAsync()).GetProperty("id").GetGuid();
        await DoneAsync(site.Api(await site.AdminAsync("Zanzibar Redactor")).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/messages/{note}/redaction", null));
    }

    /// <summary>What the others may hear of, so that there is something to hear.</summary>
    private async Task SpeakAsync(FiledTicket ticket, Person dana)
    {
        await site.SayAsync(dana, ticket, "A public answer.");
        await site.SayAsync(dana, ticket, "Which room is it?", status: "waiting_on_employee");
        await site.ChangeAsync(dana, ticket, new { priority = "urgent", category = "Network" });
        await site.SayAsync(dana, ticket, "Another zanzibarnote.", kind: "internal");
        site.Clock.Advance(TimeSpan.FromDays(3));
        await site.WithAsync<TicketCare>(care => care.RunAsync(CancellationToken.None));
        await site.ChangeAsync(dana, ticket, new { status = "resolved" });
    }

    private async Task<int> LookEverywhereAsync(Person? person, FiledTicket ticket)
    {
        var looked = 0;
        foreach (var way in new[]
        {
            "tickets", "tickets?q=public", "tickets?q=hippopotamus", "tickets?q=zanzibar", "tickets/counts", $"tickets/{ticket.Id}", $"tickets/{ticket.Number}",
            "tickets/changes?since=2020-01-01T00:00:00Z", "notifications", "drafts/new", $"drafts/reply/{ticket.Id}", $"drafts/note/{ticket.Id}", "auth/me",
            "admin/tickets", "admin/tickets?q=zanzibar", "admin/tickets/counts", "admin/tickets/stats", "admin/tickets/export", "admin/presence", "admin/views",
            "admin/macros", $"admin/tickets/{ticket.Id}/macros", "admin/tickets/next", "admin/views/counts", "search?q=zanzibar", "search?q=hippopotamus", "search?q=hippopotamos",
            "admin/canned-answers", $"admin/tickets/{ticket.Id}/canned-answers", $"admin/tickets/{ticket.Id}/merge?into=1", "kb/search?q=zanzibar",
        })
        {
            looked += await LookAsync(site.Api(person), $"/api/v1/{way}", Word, mustRefuse: way.StartsWith("admin/", StringComparison.Ordinal));
        }

        foreach (var page in new[]
        {
            "/", "/tickets", "/tickets?box=open&q=hippopotamus", "/tickets?q=zanzibar", "/tickets/new", ticket.Url, $"{ticket.Url}?older=all", "/tickets/changes?since=2020-01-01",
            "/notifications", "/kb", "/account/data", "/queue", "/queue?q=zanzibar", "/queue/export", "/queue/views", "/queue/answers",
            "/queue/macros", "/queue/play", "/queue/columns", "/search?q=hippopotamus", "/search/commands", $"/tickets/{ticket.Id}/insertions", $"/tickets/{ticket.Id}/macros",
            $"/tickets/{ticket.Id}/answers", $"/tickets/{ticket.Id}/merge", $"/tickets/{ticket.Id}/snooze", $"/tickets/{ticket.Id}/presence",
        })
        {
            looked += await LookAsync(site.Browser(person), page, Word, mustRefuse: page.StartsWith("/queue", StringComparison.Ordinal));
        }

        return looked;
    }

    private static async Task<int> LookAsync(HttpClient client, string url, string word, bool mustRefuse = false)
    {
        using var response = await client.GetAsync(url);
        var text = $"{response.Headers}{await response.Content.ReadAsStringAsync()}";
        Assert.True(!mustRefuse || !response.IsSuccessStatusCode, $"{url} is open to everybody.");
        // A page that looked for it may say what it looked for.
        var asked = url.Contains($"q={word}", StringComparison.Ordinal);
        AssertClean(asked ? text.Replace($"value=\"{word}\"", "", StringComparison.Ordinal).Replace($"q={word}", "", StringComparison.Ordinal).Replace($"q%3D{word}", "", StringComparison.Ordinal).Replace($"“{word}”", "", StringComparison.Ordinal) : text, url, word);
        return text.Length;
    }

    private async Task LookIntoMailsAsync(Person[] people)
    {
        foreach (var person in people)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(5));
            await Eventually.TrueAsync("all mails are out", async () =>
                await site.CountAsync($"select count(*) from platform.outbox where recipient_id = '{person.Id}' and sent_at is null and dropped_at is null") == 0);
            var arrived = await site.ArrivedAsync(person.Email);
            Assert.NotEmpty(arrived);
            foreach (var mail in arrived.Select(mail => mail.Read()))
            {
                AssertClean($"{mail.Subject}\n{mail.Text}\n{mail.Html}", "a mail");
            }
        }

        // The answers came, and what came in a burst came together.
        var said = string.Concat((await site.ArrivedAsync(people[0].Email)).Select(mail => mail.Read().Text));
        Assert.Contains("A public answer.", said, StringComparison.Ordinal);
        Assert.Contains("Which room is it?", said, StringComparison.Ordinal);
    }

    private static async Task LookIntoStreamsAsync(FiledTicket ticket, List<EventStream> streams)
    {
        // The requester heard of what all may know: filed before the stream began, then two answers, a change of fields and two of the state.
        await streams[0].WaitForAsync("ticket", ticket.Id.ToString());
        await streams[0].WaitForAsync("notifications", "");
        foreach (var stream in streams)
        {
            AssertClean(string.Join('\n', stream.Heard.Select(news => $"{news.Name} {news.Data}")), "a stream");
            Assert.DoesNotContain(stream.Heard, news => news.Name == "presence");
            await stream.DisposeAsync();
        }

        Assert.InRange(streams[0].Heard.Count(news => news.Name == "ticket"), 4, 6);
        Assert.DoesNotContain(streams[2].Heard, news => news.Name == "ticket");
        Assert.DoesNotContain(streams[3].Heard, news => news.Name == "notifications");
    }

    private static void AssertClean(string text, string where, string word = Word) =>
        Assert.False(text.Contains(word, StringComparison.OrdinalIgnoreCase), $"{word} is told at {where}: {text}");

    private Task DeactivateAsync(Person person) => site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));

    private static async Task DoneAsync(Task<HttpResponseMessage> act)
    {
        using var answer = await act;
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.NoContent, $"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }
}
