using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Helpdesk.Tickets.Reply;
using static Helpdesk.IntegrationTests.Tickets.Attaching;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>What becomes of files in mails, in the search, and when tickets are split, merged or redacted.</summary>
public sealed class AttachedElsewhereTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_mail_names_the_files_and_leads_to_the_page_never_to_the_file()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var file = await site.ReceiveListAsync(dana, ticket);
        var mails = await site.MailsOfAsync(async () => (await site.SayWithAsync(dana, ticket, "See the list.", file)).Dispose());

        var content = await site.ComposeAsync(Assert.Single(mails, row => row.Kind == ReplyMail.Kind));

        var (name, url) = Assert.Single(Assert.Single(content!.Blocks.OfType<MailBlock.Links>()).Rows);
        Assert.Equal("list.txt", name);
        Assert.Contains($"/t/{ticket.Number}#m-", url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_found_by_their_names_by_those_who_may_read_them()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        using var said = await site.SayWithAsync(priya, ticket, "See the plan.", await site.UploadAsync(priya, ticket.Id, "wombat_plan-2.txt", Text("x")));
        using var noted = await site.NoteWithAsync(dana, ticket, "For us.", await site.UploadAsync(dana, ticket.Id, "bandicoot.txt", Text("x")));
        foreach (var (person, words, isFound) in new[] { (priya, "wombat", true), (dana, "wombat_plan-2.txt", true), (dana, "bandicoot", true), (priya, "bandicoot", false) })
        {
            var found = await site.Api(person).JsonAsync($"/api/v1/search?q={words}");
            Assert.Equal(isFound, found.GetRawText().Contains(ticket.Id.ToString(), StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Redaction_takes_the_files_of_a_message_and_its_copies_with_the_words()
    {
        var (priya, dana, ada) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AdminAsync());
        var ticket = await site.FileAsync(priya);
        var file = await site.UploadAsync(priya, ticket.Id, "numbat.txt", Text(OneFile));
        using var said = await site.SayWithAsync(priya, ticket, "See the list.", file);
        var message = (await said.ReadAsync(HttpStatusCode.Created)).Id();
        using var split = await site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/messages/{message}/split", new { subject = "Apart" });
        var part = await split.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(["numbat.txt"], AttachmentsOf((await site.Api(dana).ShowAsync(part)).GetProperty("messages")[0]));
        using var fromPart = await site.Api(priya).GetAsync($"/api/v1/tickets/{part.Id()}/attachments/{file}/download");
        Assert.Equal(HttpStatusCode.Redirect, fromPart.StatusCode);

        using var redacted = await site.Api(ada).PostAsync($"/api/v1/admin/tickets/{ticket.Id}/messages/{message}/redaction", null);
        Assert.True(redacted.IsSuccessStatusCode);

        Assert.Empty(await site.UsesAsync(file));
        Assert.DoesNotContain("numbat", (await site.LookAsync(dana, ticket)).GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain(ticket.Id.ToString(), (await site.Api(dana).JsonAsync("/api/v1/search?q=numbat")).GetRawText(), StringComparison.Ordinal);
        using var gone = await site.Api(dana).GetAsync($"/api/v1/tickets/{ticket.Id}/attachments/{file}/download");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task The_page_of_the_survivor_shows_the_files_of_a_merged_ticket()
    {
        var (priya, jonas, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.AgentAsync());
        var (merged, survivor) = (await site.FileAsync(priya), await site.FileAsync(jonas));
        var file = await site.ReceiveListAsync(priya, merged);
        using var said = await site.SayWithAsync(priya, merged, "See the list.", file);
        using var done = await site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{merged.Id}/merge", new { into = survivor.Id });
        Assert.True(done.IsSuccessStatusCode);

        var link = (await site.Browser(jonas).PageAsync(survivor.Url)).QuerySelector(".attachments a")!.GetAttribute("href")!;
        using var download = await site.Browser(jonas).GetAsync(link);
        Assert.Equal(HttpStatusCode.Redirect, download.StatusCode);
    }
}
