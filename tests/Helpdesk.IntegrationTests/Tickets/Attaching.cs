using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>The ways in which files get to messages.</summary>
internal static class Attaching
{
    public const string OneFile = "The quokka list.";

    public static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>As a program does it: asks for an address, puts the bytes there, and has an id to name.</summary>
    public static async Task<Guid> UploadAsync(this Site site, Person person, Guid? ticket, string name, byte[] bytes, string type = "text/plain")
    {
        using var offered = await site.Api(person).PostAsJsonAsync(
            ticket is { } id ? $"/api/v1/tickets/{id}/attachments/upload-url" : "/api/v1/tickets/attachments/upload-url",
            new { filename = name, contentType = type, size = bytes.Length });
        var offer = await offered.ReadAsync(HttpStatusCode.Created);
        Assert.Equal("PUT", offer.Text("method"));
        using var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue(offer.GetProperty("headers").Text("Content-Type"));
        using var put = await site.CreateClient().PutAsync(new Uri(offer.Text("uploadUrl")), content);
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        return offer.GetProperty("attachmentId").GetGuid();
    }

    /// <summary>A file as a form sends it: list.txt.</summary>
    public static async Task<Guid> ReceiveListAsync(this Site site, Person person, FiledTicket ticket)
    {
        var received = await site.ReceiveAsync("list.txt", Text(OneFile), person.Id, new FilePlace($"tickets/attachments/{ticket.Id}", FileKinds.All));
        return received.Value!.Id;
    }

    /// <summary>What has the file.</summary>
    public static Task<string[]> UsesAsync(this Site site, Guid file) => site.WithAsync<TicketsDbContext, string[]>(db =>
        db.Set<FileUse>().Where(use => use.FileId == file).Select(use => use.OwnerKind).ToArrayAsync());

    public static Task<HttpResponseMessage> SayWithAsync(this Site site, Person person, FiledTicket ticket, string body, params Guid[] attachmentIds) =>
        site.Api(person).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body, attachmentIds });

    public static Task<HttpResponseMessage> NoteWithAsync(this Site site, Person person, FiledTicket ticket, string body, params Guid[] attachmentIds) =>
        site.Api(person).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body, kind = "internal", attachmentIds });

    /// <summary>As a browser without script does it: the files go with the form.</summary>
    public static async Task<HttpResponseMessage> SubmitFilesAsync(
        this HttpClient browser, IHtmlDocument page, string url, string selector, (string Name, string Value)[] fields, params (string Name, byte[] Bytes)[] files)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector)!;
        Assert.Equal("multipart/form-data", form.GetAttribute("enctype"));
        using var content = new MultipartFormDataContent();
        foreach (var (name, value) in Forms.FieldsOf(form, fields))
        {
            content.Add(new StringContent(value), name);
        }

        foreach (var (name, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), "files", name);
        }

        return await browser.PostAsync(form.GetAttribute("action") is { Length: > 0 } action ? action : url, content);
    }

    public static IEnumerable<string> AttachmentsOf(JsonElement message) =>
        message.GetProperty("attachments").EnumerateArray().Select(file => file.Text("filename"));

    public static string[] Names(this IHtmlDocument page, string list) =>
        [.. page.QuerySelectorAll(list).Select(line => line.QuerySelector("a, label, span")!.TextContent.Trim())];
}
