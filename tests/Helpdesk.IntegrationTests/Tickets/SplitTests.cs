using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.OpenTicket;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A message as a ticket of its own, through page and API: what is copied, whose it is, and who hears of it.</summary>
public sealed class SplitTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_a_message_becomes_a_ticket_and_stays_where_it_is()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, "Printer on fire", "It smokes.");
        await site.SayAsync(priya, ticket, "By the way, **my mouse** is dead.");
        var browser = site.Browser(dana);
        var page = await browser.PageAsync(ticket.Url);
        var url = page.QuerySelectorAll(".message-tools a").Last(link => link.TextContent.StartsWith("Split off", StringComparison.Ordinal)).GetAttribute("href")!;
        using var empty = await browser.SubmitAsync(url, "main form", ("Form.Subject", " "));
        Assert.Equal(["Enter a subject."], await empty.ProblemsAsync());
        var mails = await site.MailsOfAsync(async () =>
        {
            using var split = await browser.SubmitAsync(url, "main form", ("Form.Subject", "Mouse is dead"));
            page = await browser.FollowAsync(split);
        });
        var mail = Assert.Single(mails);
        Assert.Equal((TicketReceivedMail.Kind, priya.Id), (mail.Kind, mail.RecipientId!.Value));
        Assert.Contains("Mouse is dead", (await site.ComposeAsync(mail))!.Subject, StringComparison.Ordinal);
        Assert.EndsWith("is made.", page.Flash(), StringComparison.Ordinal);
        Assert.Equal("my mouse", page.QuerySelector("#conversation .message strong")!.TextContent);
        Assert.Contains("Priya Patel", page.QuerySelector("#conversation .message h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Dana Diaz split this off from #{ticket.Number}", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"is related to #{ticket.Number}", page.QuerySelector("[aria-labelledby=links]")!.TextContent, StringComparison.Ordinal);

        page = await browser.PageAsync(ticket.Url);
        Assert.Contains("my mouse", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Dana Diaz split a message off as #", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("split", await site.Browser(priya).GetStringAsync(ticket.Url), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task By_api_it_is_the_requesters_or_the_authors_and_nobody_reads_more_than_before()
    {
        var (priya, jonas, max, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Max Moser"), await site.AgentAsync());
        var ticket = await site.Api(priya).OpenAsync(category: "Network", priority: "high", participants: [jonas.Email, max.Email]);
        using var said = await site.Api(jonas).SayAsync(ticket, "And I need a new chair.");
        var message = (await said.ReadAsync(HttpStatusCode.Created)).Id();

        var same = await SplitAsync(dana, ticket, message, new { subject = "A chair" }, HttpStatusCode.Created);
        Assert.Equal((priya.Id, "Network", "high", "open"), (same.GetProperty("requester").Id(), same.Text("category"), same.Text("priority"), same.Text("status")));
        Assert.Equal([jonas.Id], same.GetProperty("participants").EnumerateArray().Select(person => person.Id()));
        var authors = await SplitAsync(dana, ticket, message, new { subject = "A chair", requester = "author" }, HttpStatusCode.Created);
        Assert.Equal(jonas.Id, authors.GetProperty("requester").Id());
        Assert.Empty(authors.GetProperty("participants").EnumerateArray());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(max).GetAsync($"/api/v1/tickets/{same.Id()}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(priya).GetAsync($"/api/v1/tickets/{authors.Id()}")).StatusCode);
        var copied = Assert.Single((await site.Api(jonas).ShowAsync(authors)).GetProperty("messages").EnumerateArray());
        Assert.Equal(("And I need a new chair.", jonas.Id), (copied.Text("body"), copied.GetProperty("author").Id()));
        Assert.NotEqual(message, copied.Id());
    }

    [Fact]
    public async Task Notes_other_tickets_messages_and_nonsense_are_refused()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (ticket, other) = (await site.Api(priya).OpenAsync(), await site.Api(priya).OpenAsync("Other"));
        using var noted = await site.Api(dana).NoteAsync(ticket, "A note.");
        using var said = await site.Api(dana).SayAsync(ticket, "An answer.");
        var (note, answer) = ((await noted.ReadAsync(HttpStatusCode.Created)).Id(), (await said.ReadAsync(HttpStatusCode.Created)).Id());
        await SplitAsync(dana, ticket, note, new { subject = "x" }, HttpStatusCode.NotFound);
        await SplitAsync(dana, other, answer, new { subject = "x" }, HttpStatusCode.NotFound);
        await SplitAsync(dana, ticket, answer, new { subject = "x", requester = "author" }, HttpStatusCode.BadRequest);
        await SplitAsync(dana, ticket, answer, new { subject = "x", requester = "me" }, HttpStatusCode.BadRequest);
        await SplitAsync(dana, ticket, answer, new { subject = new string('x', 501) }, HttpStatusCode.BadRequest);
        await SplitAsync(priya, ticket, answer, new { subject = "x" }, HttpStatusCode.Forbidden);

        // What a merged ticket brought along can be split off where it is shown.
        var first = (await site.Api(dana).ShowAsync(other)).GetProperty("messages")[0].Id();
        using var merged = await site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{other.Id()}/merge", new { into = ticket.Id() });
        Assert.Equal(HttpStatusCode.OK, merged.StatusCode);
        await SplitAsync(dana, ticket, first, new { subject = "Apart again" }, HttpStatusCode.Created);
    }

    private async Task<JsonElement> SplitAsync(Person person, JsonElement ticket, Guid messageId, object request, HttpStatusCode status)
    {
        using var answer = await site.Api(person).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id()}/messages/{messageId}/split", request);
        return await answer.ReadAsync(status);
    }
}
