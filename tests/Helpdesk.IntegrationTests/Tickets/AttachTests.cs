using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using static Helpdesk.IntegrationTests.Tickets.Attaching;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Files of messages, notes and new tickets, by page and by API, and who may have them.</summary>
public sealed class AttachTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_api_a_file_is_uploaded_named_in_a_message_and_downloaded()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var id = await site.UploadAsync(priya, ticket.Id, "list.txt", Text(OneFile));

        using var said = await site.SayWithAsync(priya, ticket, "See the list.", id);

        var file = Assert.Single((await said.ReadAsync(HttpStatusCode.Created)).GetProperty("attachments").EnumerateArray());
        Assert.Equal(("list.txt", "text/plain", OneFile.Length), (file.Text("filename"), file.Text("contentType"), file.GetProperty("size").GetInt32()));
        var shown = (await site.LookAsync(dana, ticket)).GetProperty("messages")[1].GetProperty("attachments")[0];
        Assert.Equal(OneFile, await site.CreateClient().GetStringAsync(new Uri(shown.Text("downloadUrl"))));
        using var download = await site.Api(dana).GetAsync($"/api/v1/tickets/{ticket.Id}/attachments/{id}/download");
        Assert.Equal(HttpStatusCode.Redirect, download.StatusCode);
        Assert.Equal(OneFile, await site.CreateClient().GetStringAsync(download.Headers.Location));
    }

    [Fact]
    public async Task By_page_without_script_files_go_with_an_answer_and_a_note()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);
        using var answered = await browser.SubmitFilesAsync(
            await browser.PageAsync(ticket.Url), ticket.Url, "#answer", [("Form.Body", "Two files.")], ("list.txt", Text(OneFile)), ("photo.png", FileKit.Png));
        var page = await browser.FollowAsync(answered);
        Assert.Equal(["list.txt", "photo.png"], page.Names(".attachments li"));
        Assert.Contains("TXT, 16 bytes", page.QuerySelector(".attachments")!.TextContent, StringComparison.Ordinal);
        var picture = page.QuerySelector(".attachments .picture img")!.GetAttribute("src")!;
        using var redirect = await browser.GetAsync(picture);
        Assert.Equal(FileKit.Png, await site.CreateClient().GetByteArrayAsync(redirect.Headers.Location));

        var desk = site.Browser(dana);
        using var noted = await desk.SubmitFilesAsync(
            await desk.PageAsync(ticket.Url), ticket.Url, "#note", [("Form.Body", "Only for us.")], ("secret.txt", Text("A canary.")));
        Assert.Contains("secret.txt", (await desk.FollowAsync(noted)).Names(".internal-note .attachments li"));
        Assert.DoesNotContain("secret.txt", await browser.GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_ticket_carries_files_by_page_and_by_api()
    {
        var priya = await site.EmployeeAsync();
        var browser = site.Browser(priya);
        using var filed = await browser.SubmitFilesAsync(
            await browser.PageAsync("/tickets/new"), "/tickets/new", "#new-ticket",
            [("Form.Subject", "With a file"), ("Form.Category", "Hardware"), ("Form.Description", "See the file.")], ("list.txt", Text(OneFile)));
        Assert.Equal(["list.txt"], (await browser.FollowAsync(filed)).Names(".attachments li"));

        var id = await site.UploadAsync(priya, null, "list.txt", Text(OneFile));
        using var byApi = await site.Api(priya).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "s", description = "d", category = "Other", attachmentIds = new[] { id } });
        var ticket = await byApi.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(["list.txt"], AttachmentsOf((await site.Api(priya).ShowAsync(ticket)).GetProperty("messages")[0]));
    }

    [Fact]
    public async Task When_one_file_is_refused_nothing_is_sent_and_the_text_and_the_other_files_stay()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(priya);
        using var refused = await browser.SubmitFilesAsync(
            await browser.PageAsync(ticket.Url), ticket.Url, "#answer", [("Form.Body", "Three files.")],
            ("list.txt", Text(OneFile)), ("run.exe", Text("MZ")), ("cv.pdf", Text("Not at all.")));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.Contains("cv.pdf is not really a PDF. Save it again and retry.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("run.exe cannot be attached.", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("Three files.", page.QuerySelector("#answer textarea")!.TextContent.Trim());
        Assert.Equal(["list.txt"], page.Names("#answer .attached-file"));

        // Sent again as it stands, without the two.
        using var sent = await browser.SubmitFilesAsync(page, ticket.Url, "#answer", []);
        Assert.Equal(["list.txt"], (await browser.FollowAsync(sent)).Names(".attachments li"));
    }

    [Fact]
    public async Task A_file_that_is_taken_off_is_not_sent()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        var id = await site.UploadAsync(priya, ticket.Id, "list.txt", Text(OneFile));
        var browser = site.Browser(priya);
        using var stale = await browser.SubmitAsync(ticket.Url, "#answer", ("Form.Body", ""), ("Form.AttachmentIds", id.ToString()));
        var page = await stale.PageAsync();
        Assert.Empty(page.QuerySelectorAll("#answer .attached-file"));

        id = await site.ReceiveListAsync(priya, ticket);
        using var kept = await browser.SubmitAsync(ticket.Url, "#answer", ("Form.Body", ""), ("Form.AttachmentIds", id.ToString()));
        page = await kept.PageAsync();
        page.QuerySelector("#answer .attached-file input")!.RemoveAttribute("checked");
        using var sent = await browser.SubmitAsync(page, ticket.Url, "#answer", ("Form.Body", "Without it."));
        Assert.Empty((await browser.FollowAsync(sent)).QuerySelectorAll(".attachments"));
    }

    [Fact]
    public async Task Only_who_may_read_the_message_gets_its_files()
    {
        var (priya, jonas, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var file = await site.UploadAsync(priya, ticket.Id, "list.txt", Text(OneFile));
        using var said = await site.SayWithAsync(priya, ticket, "See the list.", file);
        var secret = await site.UploadAsync(dana, ticket.Id, "secret.txt", Text("A canary."));
        using var noted = await site.NoteWithAsync(dana, ticket, "For us.", secret);
        Assert.Equal(HttpStatusCode.Created, noted.StatusCode);
        var unsent = await site.UploadAsync(priya, ticket.Id, "unsent.txt", Text("Not yet."));

        foreach (var (person, id, status) in new[]
        {
            (priya, file, HttpStatusCode.Redirect), (dana, file, HttpStatusCode.Redirect), (dana, secret, HttpStatusCode.Redirect),
            (priya, secret, HttpStatusCode.NotFound), (jonas, file, HttpStatusCode.NotFound), (dana, unsent, HttpStatusCode.NotFound),
        })
        {
            using var byApi = await site.Api(person).GetAsync($"/api/v1/tickets/{ticket.Id}/attachments/{id}/download");
            using var byPage = await site.Browser(person).GetAsync($"/tickets/{ticket.Id}/attachments/{id}");
            Assert.Equal((status, status), (byApi.StatusCode, byPage.StatusCode));
        }

        // Through a ticket that is one's own but does not have it, it is not to be had either.
        var own = await site.FileAsync(jonas);
        using var around = await site.Api(jonas).GetAsync($"/api/v1/tickets/{own.Id}/attachments/{file}/download");
        Assert.Equal(HttpStatusCode.NotFound, around.StatusCode);
        using var theirs = await site.SayWithAsync(jonas, own, "Mine now.", file);
        Assert.Equal("There is no such file. Add it again.", await theirs.ErrorAsync("attachmentIds"));
        Assert.DoesNotContain("secret", (await site.LookAsync(priya, ticket)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_say_what_to_do()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        async Task<string?> OfferAsync(string filename, string contentType, long size)
        {
            using var offered = await site.Api(priya).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/attachments/upload-url", new { filename, contentType, size });
            return await offered.ErrorAsync("filename");
        }

        Assert.Equal("photo.mov is 40 MB. The limit is 25 MB.", await OfferAsync("photo.mov", "video/quicktime", 40 << 20));
        Assert.StartsWith("x.exe cannot be attached. Allowed: pictures,", await OfferAsync("x.exe", "application/octet-stream", 10), StringComparison.Ordinal);

        var liar = await site.UploadAsync(priya, ticket.Id, "cv.pdf", Text("Not at all."), "application/pdf");
        using var named = await site.SayWithAsync(priya, ticket, "My CV.", liar);
        Assert.Equal("cv.pdf is not really a PDF. Save it again and retry.", await named.ErrorAsync("attachmentIds"));

        var many = new List<Guid>();
        for (var i = 0; i < 11; i++)
        {
            many.Add(await site.ReceiveListAsync(priya, ticket));
        }

        using var tooMany = await site.SayWithAsync(priya, ticket, "Eleven.", [.. many]);
        Assert.Equal("Add up to 10 files.", await tooMany.ErrorAsync("attachmentIds"));
    }

    [Fact]
    public async Task A_draft_keeps_its_files_and_a_discarded_one_lets_them_go()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        var file = await site.ReceiveListAsync(priya, ticket);
        var browser = site.Browser(priya);
        var draft = $"/drafts/reply/{ticket.Id}";
        var page = await browser.PageAsync(ticket.Url);
        var token = page.QuerySelector("#answer input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var saved = await browser.PostAsync(draft, new FormUrlEncodedContent(
        [
            new("__RequestVerificationToken", token), new("Form.Body", "Half a word"), new("Form.AttachmentIds", file.ToString()),
        ]));
        Assert.Equal(HttpStatusCode.NoContent, saved.StatusCode);
        Assert.Equal(["list.txt"], (await browser.PageAsync(ticket.Url)).Names("#answer .attached-file"));
        Assert.Equal(["draft"], await site.UsesAsync(file));

        using var sent = await browser.SubmitAsync(ticket.Url, "#answer");
        Assert.Equal(["list.txt"], (await browser.FollowAsync(sent)).Names(".attachments li"));
        Assert.Equal(["message"], await site.UsesAsync(file));

        var other = await site.ReceiveListAsync(priya, ticket);
        var fields = new Dictionary<string, string> { ["Body"] = "x", ["AttachmentIds"] = other.ToString() };
        using var again = await site.Api(priya).PutAsJsonAsync($"/api/v1{draft}", fields);
        Assert.Equal(["draft"], await site.UsesAsync(other));
        using var discarded = await site.Api(priya).DeleteAsync($"/api/v1{draft}");
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Empty(await site.UsesAsync(other));
    }

    [Fact]
    public async Task A_held_reply_keeps_its_files_when_it_is_undone_and_when_it_is_sent()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var file = await site.ReceiveListAsync(dana, ticket);
        var api = site.Api(dana);
        using var chosen = await api.PatchAsJsonAsync("/api/v1/auth/choices", new { undoDelay = "10" });
        async Task<Guid> HoldAsync()
        {
            using var held = await api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/held-replies", new { body = "Soon.", attachmentIds = new[] { file } });
            return (await held.ReadAsync(HttpStatusCode.Accepted)).Id();
        }

        using var undone = await api.DeleteAsync($"/api/v1/tickets/{ticket.Id}/held-replies/{await HoldAsync()}");
        Assert.Equal(HttpStatusCode.NoContent, undone.StatusCode);
        Assert.Equal(["list.txt"], (await site.Browser(dana).PageAsync(ticket.Url)).Names("#reply .attached-file"));
        Assert.Equal(["draft"], await site.UsesAsync(file));

        await HoldAsync();
        Assert.Equal(["held-reply"], await site.UsesAsync(file));
        site.Clock.Advance(TimeSpan.FromSeconds(11));
        await Eventually.TrueAsync("it is posted", async () => (await site.LookAsync(priya, ticket)).GetProperty("messages").GetArrayLength() == 2);
        Assert.Equal(["list.txt"], AttachmentsOf((await site.LookAsync(priya, ticket)).GetProperty("messages")[1]));
        Assert.Equal(["message"], await site.UsesAsync(file));
    }
}
