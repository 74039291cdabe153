using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Reply;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>People copied in later, through page and API: who may do it, what they gain, and that leaving ends it.</summary>
public sealed class ShareTicketTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_the_requester_copies_a_colleague_in_who_reads_all_and_leaves_again()
    {
        var (priya, jonas) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya, description: "It smokes since Monday.");
        var browser = site.Browser(priya);
        using var unknown = await browser.SubmitAsync($"/tickets/{ticket.Id}/participants", "main form", ("Form.Participants", "nobody@example.com"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        Assert.Contains("nobody@example.com cannot be copied in.", Assert.Single(await unknown.ProblemsAsync()), StringComparison.Ordinal);
        using var shared = await browser.SubmitAsync($"/tickets/{ticket.Id}/participants", "main form", ("Form.Participants", $" {jonas.Email},"));
        var page = await browser.FollowAsync(shared);
        Assert.Equal("Jonas Weber is copied in and can read all of this ticket.", page.Flash());
        Assert.Contains("Priya Patel copied Jonas Weber in", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(jonas.Email, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[aria-labelledby=copied-in] li a"));

        var reader = site.Browser(jonas);
        page = await reader.PageAsync(ticket.Url);
        Assert.Contains("It smokes since Monday.", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        using var left = await reader.SubmitAsync(page.QuerySelector("[aria-labelledby=copied-in] li a")!.GetAttribute("href")!, "main form");
        Assert.Equal("/tickets", left.Headers.Location!.OriginalString);
        Assert.Equal($"You left #{ticket.Number}.", (await reader.FollowAsync(left)).Flash());
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(ticket.Url)).StatusCode);
        Assert.Contains("Jonas Weber left the ticket", await browser.GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_api_whoever_is_on_it_copies_in_and_the_team_takes_off()
    {
        var (priya, jonas, max, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var ticket = await site.Api(priya).OpenAsync(participants: [jonas.Email]);
        var shared = await ShareAsync(jonas, ticket, HttpStatusCode.OK, max.Id.ToString(), jonas.Email, priya.Email);
        Assert.Equal(["Jonas Weber", "Max Moser"], shared.GetProperty("participants").EnumerateArray().Select(person => person.Text("name")));
        var again = await ShareAsync(jonas, ticket, HttpStatusCode.OK, max.Email);
        Assert.Equal(shared.Version(), again.Version());

        // Nobody but the team takes others off.
        Assert.Equal(HttpStatusCode.Forbidden, await TakeOffAsync(priya, ticket, max));
        Assert.Equal(HttpStatusCode.Forbidden, await TakeOffAsync(jonas, ticket, max));
        Assert.Equal(HttpStatusCode.NotFound, await TakeOffAsync(dana, ticket, priya));
        Assert.Equal(HttpStatusCode.NoContent, await TakeOffAsync(dana, ticket, max));
        Assert.Equal(HttpStatusCode.NotFound, await TakeOffAsync(max, ticket, max));
        Assert.Equal(HttpStatusCode.NoContent, await TakeOffAsync(jonas, ticket, jonas));
        var kinds = (await site.Api(priya).ShowAsync(ticket)).GetProperty("events").EnumerateArray().Select(entry => $"{entry.Text("kind")} {entry.Text("to")}");
        Assert.Equal(
            ["participant_added Max Moser", "participant_removed Max Moser", "participant_removed Jonas Weber"], kinds.Where(kind => kind.StartsWith('p')));
    }

    [Fact]
    public async Task Strangers_the_deactivated_and_crowds_are_refused()
    {
        var (priya, other, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Other Person"), await site.AgentAsync());
        var ticket = await site.Api(priya).OpenAsync();
        await ShareAsync(other, ticket, HttpStatusCode.NotFound, other.Email);
        await ShareAsync(priya, ticket, HttpStatusCode.BadRequest);
        await ShareAsync(priya, ticket, HttpStatusCode.BadRequest, [.. Enumerable.Repeat(other.Email, 21)]);
        var gone = await site.EmployeeAsync("Gone Person");
        await site.WithAsync<Helpdesk.Auth.Data.AuthDbContext>(async db =>
        {
            (await db.Users.FindAsync(gone.Id))!.DeactivatedAt = site.Clock.GetUtcNow();
            await db.SaveChangesAsync();
        });
        await ShareAsync(priya, ticket, HttpStatusCode.BadRequest, gone.Email);
        await ShareAsync(gone, ticket, HttpStatusCode.Unauthorized, other.Email);

        var crowd = new List<string>();
        for (var i = 0; i < 20; i++)
        {
            crowd.Add((await site.EmployeeAsync($"Person {i}")).Email);
        }

        await ShareAsync(priya, ticket, HttpStatusCode.OK, [.. crowd]);
        await ShareAsync(dana, ticket, HttpStatusCode.Conflict, other.Email);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(other).GetAsync($"/api/v1/tickets/{ticket.Id()}")).StatusCode);
    }

    [Fact]
    public async Task Mail_goes_to_who_is_on_it_when_it_is_sent()
    {
        var (priya, jonas, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        await ShareAsync(priya, await site.LookAsync(priya, ticket), HttpStatusCode.OK, jonas.Email);
        var mails = (await site.MailsOfAsync(() => site.SayAsync(dana, ticket, "It comes tomorrow."))).Where(mail => mail.Kind == ReplyMail.Kind).ToList();
        Assert.Equal(new HashSet<Guid> { priya.Id, jonas.Id }, mails.Select(mail => mail.RecipientId!.Value).ToHashSet());
        var waiting = mails.Single(mail => mail.RecipientId == jonas.Id);
        Assert.NotNull(await site.ComposeAsync(waiting));
        Assert.Equal(HttpStatusCode.NoContent, await TakeOffAsync(dana, await site.LookAsync(dana, ticket), jonas));
        Assert.Null(await site.ComposeAsync(waiting));
    }

    private async Task<JsonElement> ShareAsync(Person person, JsonElement ticket, HttpStatusCode status, params string[] participants)
    {
        using var answer = await site.Api(person).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id()}/participants", new { participants });
        return await answer.ReadAsync(status);
    }

    private async Task<HttpStatusCode> TakeOffAsync(Person by, JsonElement ticket, Person person)
    {
        using var answer = await site.Api(by).DeleteAsync($"/api/v1/tickets/{ticket.Id()}/participants/{person.Id}");
        return answer.StatusCode;
    }
}
