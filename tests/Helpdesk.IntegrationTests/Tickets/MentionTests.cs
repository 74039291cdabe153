using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Who of the team is named with "@" hears of it, in the app and by mail; what a note says never leaves the house.</summary>
public sealed class MentionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_mention_in_a_note_calls_its_person_and_tells_no_word_of_it()
    {
        var (requester, author, called) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync("Ana Sommer"), await site.AgentAsync("Dana Winter"));
        var ticket = await site.FileAsync(requester, "Server room");
        var mails = await site.MailsOfAsync(async () =>
        {
            using var noted = await site.Api(author).PostAsJsonAsync(
                $"/api/v1/tickets/{ticket.Id}/messages", new { body = "The zebra is loose, @dana winter and @Priya Patel. Not `@Ana Sommer`.", kind = "internal" });
            noted.EnsureSuccessStatusCode();
        });

        var mail = Assert.Single(mails);
        Assert.Equal(called.Id, mail.RecipientId);
        var content = await site.ComposeAsync(mail);
        Assert.EndsWith("Ana Sommer mentioned you: Server room", content!.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", JsonSerializer.Serialize(content), StringComparison.Ordinal);
        var news = Assert.Single((await site.Api(called).JsonAsync("/api/v1/notifications")).Items());
        Assert.Contains("Ana Sommer mentioned you.", news.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("#n-", news.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("zebra", news.GetRawText(), StringComparison.Ordinal);
        Assert.Empty((await site.Api(requester).JsonAsync("/api/v1/notifications")).Items());

        // What is meant for one alone can be read alone.
        var ofHers = await site.FileAsync(called, "Of her own");
        await site.SayAsync(author, ofHers, "An answer.");
        Assert.Equal(2, (await site.Api(called).JsonAsync("/api/v1/notifications")).Items().Count());
        Assert.Equal("ticket-mention", Assert.Single((await site.Api(called).JsonAsync("/api/v1/notifications?direct=true")).Items()).Text("event"));
        var page = await site.Browser(called).PageAsync("/notifications?only=direct");
        Assert.Equal("#n-", Assert.Single(page.QuerySelectorAll(".news-list a")).GetAttribute("href")![^39..^36]);
    }

    [Fact]
    public async Task A_mention_in_a_reply_calls_once_and_an_employee_calls_nobody()
    {
        var (requester, author, called) = (await site.EmployeeAsync(), await site.AgentAsync("Ole Berg"), await site.AgentAsync("Mia Holm"));
        var ticket = await site.FileAsync(requester);
        var mails = await site.MailsOfAsync(async () =>
        {
            using var said = await site.Api(author).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "@Mia Holm knows more. Mail me: ole@Mia.example" });
            said.EnsureSuccessStatusCode();
        });
        Assert.Equal(["ticket-mention", "ticket-reply"], mails.Select(mail => mail.Kind).Order());
        Assert.Equal(called.Id, mails.Single(mail => mail.Kind == "ticket-mention").RecipientId);
        mails = await site.MailsOfAsync(async () =>
        {
            using var said = await site.Api(requester).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "@Mia Holm, hurry!" });
            said.EnsureSuccessStatusCode();
        });
        Assert.DoesNotContain(mails, mail => mail.Kind == "ticket-mention");
    }
}
