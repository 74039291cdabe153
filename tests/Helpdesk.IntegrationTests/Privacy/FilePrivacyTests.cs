using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;
using static Helpdesk.IntegrationTests.Tickets.Attaching;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>The files that people sent: what they take with them, and what goes when they are forgotten.</summary>
public sealed class FilePrivacyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_archive_holds_ones_own_files_and_nobody_elses()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        using var said = await site.SayWithAsync(priya, ticket, "Mine.", await site.UploadAsync(priya, ticket.Id, "mine.txt", Text("My own words.")));
        using var answered = await site.SayWithAsync(dana, ticket, "Theirs.", await site.UploadAsync(dana, ticket.Id, "theirs.txt", Text("CANARY-of-dana")));
        using var noted = await site.NoteWithAsync(dana, ticket, "For us.", await site.UploadAsync(dana, ticket.Id, "note.txt", Text("CANARY-of-note")));
        Assert.Equal(HttpStatusCode.Created, noted.StatusCode);

        var archive = await Archive.OfAsync(site, priya);
        var file = Assert.Single(archive.Json("tickets/files.json").EnumerateArray());
        Assert.Equal("mine.txt", file.Text("name"));
        Assert.Equal("My own words.", archive.Files[file.Text("path")]);
        Assert.DoesNotContain("CANARY", archive.Everything, StringComparison.Ordinal);

        var own = await Archive.OfAsync(site, dana);
        Assert.Equal("theirs.txt", Assert.Single(own.Json("tickets/files.json").EnumerateArray()).Text("name"));
        Assert.DoesNotContain("CANARY-of-note", own.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("note.txt", own.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forgetting_a_person_lets_go_of_what_they_had_not_sent()
    {
        var (priya, otto) = (await site.EmployeeAsync(), await site.EmployeeAsync("Otto Other"));
        var ticket = await site.FileAsync(priya);
        var (unsent, sent) = (await DraftAsync(priya), await site.UploadAsync(priya, ticket.Id, "sent.txt", Text("Sent.")));
        using var said = await site.SayWithAsync(priya, ticket, "Sent.", sent);
        var theirs = await DraftAsync(otto);

        await site.WithAsync<IEnumerable<IOnUserAnonymised>>(async hooks =>
        {
            foreach (var hook in hooks)
            {
                await hook.HandleAsync(priya.Id, CancellationToken.None);
            }
        });

        Assert.Equal([(unsent, false), (sent, true), (theirs, true)], await Task.WhenAll(new[] { unsent, sent, theirs }.Select(async id => (id, await IsUsedAsync(id)))));
    }

    private async Task<Guid> DraftAsync(Person person)
    {
        var id = await site.UploadAsync(person, null, "unsent.txt", Text("Not yet."));
        await site.WithAsync<FileIntake>(intake => intake.AcceptAsync(new FilePlace("tickets/attachments", FileKinds.All), [id], person.Id, CancellationToken.None));
        using var saved = await site.Api(person).PutAsJsonAsync("/api/v1/drafts/new", new Dictionary<string, string> { ["Subject"] = "s", ["AttachmentIds"] = id.ToString() });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        Assert.True(await IsUsedAsync(id));
        return id;
    }

    private Task<bool> IsUsedAsync(Guid id) => site.WithAsync<TicketsDbContext, bool>(db => db.Set<FileUse>().AnyAsync(use => use.FileId == id));
}
