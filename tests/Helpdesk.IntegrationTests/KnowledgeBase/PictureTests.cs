using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform.Settings;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Pictures, documents and captions of items: whoever may read the item gets them, nobody else does.</summary>
public sealed class PictureTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_pasted_picture_has_a_lasting_address_with_the_rights_of_its_item()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.BeginAsync(agent, "With a picture");
        using var sent = await SendAsync(agent, $"/kb/manage/{item.Id()}/images", "file", "door.png", FileKit.Png, "image/png");
        var picture = await sent.OkAsync();
        var url = picture.Text("url");
        Assert.Equal($"/kb/images/{picture.Id()}", url);
        await site.ChangeAsync(agent, item.Id(), new { body = $"Look: ![The door]({url})" });
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync(url)).StatusCode);
        using var published = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/publish", new { });
        var page = await site.Browser(reader).PageAsync("/kb/with-a-picture");
        Assert.Equal(url, page.QuerySelector(".prose img")!.GetAttribute("src"));
        using var leads = await site.Browser(reader).GetAsync(url);
        Assert.Equal(HttpStatusCode.Found, leads.StatusCode);
        Assert.Equal(FileKit.Png, await site.CreateClient().GetByteArrayAsync(leads.Headers.Location));
        Assert.Equal(HttpStatusCode.Found, (await site.Api(reader).GetAsync($"/api/v1{url}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync($"/kb/images/{Guid.NewGuid()}")).StatusCode);

        // A picture that another item takes over stays when the first one goes.
        var second = await site.PublishedAsync(agent, "Second with it", $"![The door]({url})");
        await site.ChangeAsync(agent, second.Id(), new { body = $"Again: ![The door]({url})" });
        using var deleted = await site.Api(agent).DeleteAsync($"{ManagedItemCalls.Items}/{item.Id()}");
        Assert.Equal(HttpStatusCode.Found, (await site.Browser(reader).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task A_picture_that_was_taken_out_of_a_text_is_for_the_team_alone()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.PublishedAsync(agent, "Showed too much");
        using var sent = await SendAsync(agent, $"/kb/manage/{item.Id()}/images", "file", "secret.png", FileKit.Png, "image/png");
        var url = (await sent.OkAsync()).Text("url");
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync(url)).StatusCode);
        await site.ChangeAsync(agent, item.Id(), new { body = $"![The secret]({url})" });
        Assert.Equal(HttpStatusCode.Found, (await site.Browser(reader).GetAsync(url)).StatusCode);
        await site.ChangeAsync(agent, item.Id(), new { body = "No picture any more." });
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(reader).GetAsync($"/api/v1{url}")).StatusCode);
        Assert.Equal(HttpStatusCode.Found, (await site.Browser(agent).GetAsync(url)).StatusCode);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused_with_a_sentence_for_the_script()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "No picture");
        using var refused = await SendAsync(agent, $"/kb/manage/{item.Id()}/images", "file", "door.png", FileKit.Text("<svg onload=alert(1)>"), "image/png");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.NotEmpty((await refused.JsonAsync()).Text("detail"));
    }

    [Fact]
    public async Task A_file_that_is_refused_is_told_beside_the_field_that_brought_or_named_it()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "No handbook", type: "document");
        using var sent = await SendAsync(agent, $"/kb/manage/{item.Id()}", "File", "handbook.pdf", FileKit.Text("<html>"), "application/pdf", "#text");
        Assert.Equal(HttpStatusCode.BadRequest, sent.StatusCode);
        var page = await sent.PageAsync();
        const string sentence = "handbook.pdf is not really a PDF. Save it again and retry.";
        Assert.Equal(sentence, page.QuerySelector("#Form_FileId-error")!.TextContent);
        Assert.Equal("true", page.QuerySelector("#Form_FileId")!.GetAttribute("aria-invalid"));

        using var named = await site.Api(agent).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}", new { fileId = Guid.NewGuid() });
        Assert.Equal("There is no such file. Add it again.", await named.ErrorAsync("fileId"));
    }

    [Fact]
    public async Task A_document_is_uploaded_by_form_and_downloaded_by_who_may_read_it()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.BeginAsync(agent, "Handbook", type: "document");
        var pdf = FileKit.Text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        using var saved = await SendAsync(agent, $"/kb/manage/{item.Id()}", "File", "handbook.pdf", pdf, "application/pdf", "#text");
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        Assert.Equal("handbook.pdf", (await site.ItemAsync(agent, item.Id())).GetProperty("file").Text("filename"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(reader).GetAsync($"/api/v1/kb/items/{item.Id()}/download")).StatusCode);
        using var published = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/publish", new { });
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        using var download = await site.Api(reader).GetAsync($"/api/v1/kb/items/{item.Id()}/download");
        Assert.Equal(HttpStatusCode.Found, download.StatusCode);
        Assert.Equal(pdf, await site.CreateClient().GetByteArrayAsync(download.Headers.Location));
        using var opened = await site.Browser(reader).GetAsync($"/kb/items/{item.Id()}/download");
        Assert.Equal(pdf, await site.CreateClient().GetByteArrayAsync(opened.Headers.Location));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync($"/kb/items/{item.Id()}/captions")).StatusCode);
        var detail = await site.Api(reader).GetFromJsonAsync<JsonElement>($"/api/v1/kb/items/{item.Id()}");
        Assert.Equal(pdf.Length, detail.GetProperty("file").GetProperty("size").GetInt64());
        Assert.Equal(pdf, await site.CreateClient().GetByteArrayAsync(new Uri(detail.GetProperty("file").Text("downloadUrl"), UriKind.RelativeOrAbsolute)));
        var page = await site.Browser(reader).PageAsync($"/kb/{detail.Text("slug")}");
        Assert.Contains($"PDF, {pdf.Length} bytes", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var view = page.QuerySelector("main iframe")!;
        Assert.Equal(("Handbook", $"/kb/items/{item.Id()}/download#navpanes=0&view=FitH"), (view.GetAttribute("title"), view.GetAttribute("src")));
    }

    [Fact]
    public async Task Versions_name_the_files_that_they_have_and_open_them()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "House rules", type: "document");
        foreach (var name in new[] { "old-rules.pdf", "new-rules.pdf" })
        {
            using var saved = await SendAsync(
                agent, $"/kb/manage/{item.Id()}", "File", name, FileKit.Text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"), "application/pdf", "#text");
            Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        }

        var browser = site.Browser(agent);
        var compared = await browser.PageAsync($"/kb/manage/{item.Id()}/versions/comparison?from=2&to=3");
        var file = compared.QuerySelector("section[aria-label=File]")!.TextContent;
        Assert.Contains("old-rules.pdf", file, StringComparison.Ordinal);
        Assert.Contains("new-rules.pdf", file, StringComparison.Ordinal);
        var old = await browser.PageAsync($"/kb/manage/{item.Id()}/versions/2");
        using var opened = await browser.GetAsync(old.QuerySelector($"a[href^='/kb/manage/{item.Id()}/files/']")!.GetAttribute("href"));
        Assert.Equal(HttpStatusCode.Found, opened.StatusCode);
        Assert.EndsWith("/old-rules.pdf", opened.Headers.Location!.OriginalString, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reads_without_signing_in_has_the_files_of_what_they_may_read_and_no_others()
    {
        var agent = await site.AgentAsync();
        var open = await DocumentAsync(agent, "everyone");
        var hidden = await DocumentAsync(agent, "internal");
        foreach (var isOpen in new[] { false, true })
        {
            await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(ReaderRule.AnonymousReading, isOpen ? "true" : "false", null, CancellationToken.None));
            using var page = await site.Browser().GetAsync($"/kb/items/{open}/download");
            Assert.StartsWith(isOpen ? "/files/" : "/signin", page.Headers.Location!.IsAbsoluteUri ? page.Headers.Location.AbsolutePath : page.Headers.Location.OriginalString, StringComparison.Ordinal);
            using var answer = await site.Api().GetAsync($"/api/v1/kb/items/{open}/download");
            Assert.Equal(isOpen ? HttpStatusCode.Found : HttpStatusCode.Unauthorized, answer.StatusCode);
            using var other = await site.Api().GetAsync($"/api/v1/kb/items/{hidden}/download");
            Assert.Equal(isOpen ? HttpStatusCode.NotFound : HttpStatusCode.Unauthorized, other.StatusCode);
        }

        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(ReaderRule.AnonymousReading, "false", null, CancellationToken.None));
    }

    private async Task<Guid> DocumentAsync(Person agent, string visibility)
    {
        var id = (await site.BeginAsync(agent, $"Handbook for {visibility}", type: "document")).Id();
        using var saved = await SendAsync(
            agent, $"/kb/manage/{id}", "File", "handbook.pdf", FileKit.Text("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"), "application/pdf", "#text");
        Assert.Equal(HttpStatusCode.Found, saved.StatusCode);
        using var filed = await site.Api(agent).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{id}", new { visibility });
        Assert.Equal(HttpStatusCode.OK, filed.StatusCode);
        using var published = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{id}/publish", new { });
        Assert.Equal(HttpStatusCode.OK, published.StatusCode);
        return id;
    }

    [Fact]
    public async Task By_api_a_video_gets_its_captions_through_an_upload_address()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "Film", type: "video");
        var captions = FileKit.Text("WEBVTT\n\n00:00.000 --> 00:01.000\nHello.\n");
        using var offered = await site.Api(agent).PostAsJsonAsync(
            "/api/v1/admin/kb/upload-url", new { kind = "captions", filename = "film.vtt", contentType = "text/vtt", size = captions.Length });
        Assert.Equal(HttpStatusCode.Created, offered.StatusCode);
        var offer = await offered.JsonAsync();
        using var content = new ByteArrayContent(captions);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/vtt");
        using var put = await site.CreateClient().PutAsync(new Uri(offer.Text("uploadUrl")), content);
        Assert.True(put.IsSuccessStatusCode);
        var view = await site.ChangeAsync(agent, item.Id(), new { videoUrl = "https://videos.example.com/film", captionsId = offer.GetProperty("attachmentId").GetGuid() });
        Assert.Equal("film.vtt", view.GetProperty("captions").Text("filename"));

        // From the site itself: a player takes no captions from elsewhere.
        using var published = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/publish", new { });
        var reader = await site.EmployeeAsync();
        foreach (var (door, path) in new[] { (site.Browser(reader), "/kb"), (site.Api(reader), "/api/v1/kb") })
        {
            using var said = await door.GetAsync($"{path}/items/{item.Id()}/captions");
            Assert.Equal("text/vtt", said.Content.Headers.ContentType!.MediaType);
            Assert.Equal(captions, await said.Content.ReadAsByteArrayAsync());
        }
    }

    [Fact]
    public async Task The_link_picker_finds_published_items_by_their_titles()
    {
        var agent = await site.AgentAsync();
        await site.PublishedAsync(agent, "Okapi 100% found");
        await site.BeginAsync(agent, "Okapi draft");
        using var found = await site.Browser(agent).GetAsync("/kb/manage/links?q=okapi%20100%25");
        Assert.Equal("/kb/okapi-100-found", Assert.Single((await found.JsonAsync()).EnumerateArray()).Text("url"));
        using var all = await site.Api(agent).GetAsync("/api/v1/admin/kb/links?q=okapi");
        Assert.Single((await all.JsonAsync()).EnumerateArray());
    }

    private async Task<HttpResponseMessage> SendAsync(
        Person agent, string url, string field, string name, byte[] bytes, string type, string? form = null)
    {
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(form is null ? "/kb/manage" : url);
        using var body = new MultipartFormDataContent();
        var fields = form is null
            ? [KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value)]
            : Forms.FieldsOf(page.QuerySelector<IHtmlFormElement>(form)!);
        foreach (var (key, value) in fields)
        {
            body.Add(new StringContent(value), key);
        }

        using var file = new ByteArrayContent(bytes);
        file.Headers.ContentType = new MediaTypeHeaderValue(type);
        body.Add(file, field, name);
        return await browser.PostAsync(url, body);
    }
}
