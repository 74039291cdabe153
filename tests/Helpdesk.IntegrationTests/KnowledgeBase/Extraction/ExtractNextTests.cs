using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Extraction;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

/// <summary>Documents become searchable by themselves, and the team sees how far that is.</summary>
public sealed class ExtractNextTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private static readonly FilePlace Place = new("kb/documents", FileKinds.Pdf | FileKinds.Word);

    private Person author = null!;

    public async ValueTask InitializeAsync() => author = await site.AgentAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task The_text_of_a_pdf_is_found_by_its_words()
    {
        using var pdf = Pdfs.Saying("The gyroscope must be greased");
        var item = await FileAsync("plan.pdf", pdf);

        Assert.Equal("done", await StateAsync(item));

        var reader = await site.EmployeeAsync();
        using var found = await site.Api(reader).GetAsync("/api/v1/kb/search?q=gyroscope");
        Assert.Contains(item.ToString(), await found.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_text_of_a_docx_is_found_by_its_words()
    {
        using var docx = Docxs.Holding("<w:p><w:r><w:t>Polish the astrolabe</w:t></w:r></w:p>");
        var item = await FileAsync("plan.docx", docx);

        Assert.Equal("done", await StateAsync(item));
    }

    [Fact]
    public async Task The_team_is_told_of_a_scan_and_readers_are_not()
    {
        using var pdf = Pdfs.Saying("");
        var item = await FileAsync("scan.pdf", pdf);

        Assert.Equal("empty", await StateAsync(item));

        const string words = "This document has no text; it will be found by title only.";
        var address = $"/kb/{await SlugAsync(item)}";
        Assert.Contains(words, await (await site.Browser(author).GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var reader = await site.EmployeeAsync();
        Assert.DoesNotContain(words, await (await site.Browser(reader).GetAsync(address)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_given_up()
    {
        using var pdf = Pdfs.Saying("Secret", Pdfs.Encryption);
        var item = await FileAsync("locked.pdf", pdf);

        Assert.Equal("failed", await StateAsync(item));
    }

    [Fact]
    public async Task What_cannot_be_read_now_is_tried_again_later_and_not_for_ever()
    {
        using var pdf = Pdfs.Saying("Lost");
        var item = await FileAsync("lost.pdf", pdf, isHeld: true);

        await Eventually.TrueAsync("the first attempt was made", async () => await AttemptsAsync(item) == 1);
        Assert.Equal("waiting", (await DetailAsync(item)).GetProperty("extraction").GetString());

        for (var attempt = 2; attempt <= ExtractNext.MostAttempts; attempt++)
        {
            site.Clock.Advance(ExtractNext.PauseAfter(attempt));
            await Eventually.TrueAsync($"attempt {attempt} was made", async () => await AttemptsAsync(item) == attempt);
        }

        Assert.Equal("failed", await StateAsync(item));
    }

    private async Task<Guid> FileAsync(string name, MemoryStream content, bool isHeld = false)
    {
        var incoming = new IncomingFile(name, "", content.Length, () => new MemoryStream(content.ToArray()));
        var received = await site.WithAsync<FileIntake, Outcome<StoredFile>>(intake => intake.ReceiveAsync(Place, incoming, author.Id, CancellationToken.None));
        var file = received.Value!;
        return await site.WithAsync<KnowledgeBaseDbContext, Guid>(async db =>
        {
            if (isHeld)
            {
                await db.Set<StoredFile>().Where(row => row.Id == file.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.State, FileState.Held));
            }

            var item = Item.Begin(ItemType.Document, author.Id, new WrittenText($"{name} {Guid.NewGuid():N}", "", "") { FileId = file.Id }, site.Clock.GetUtcNow());
            item.Publish(site.Clock.GetUtcNow());
            db.Add(item);
            await db.SaveChangesAsync();
            return item.Id;
        });
    }

    private async Task<string> StateAsync(Guid item)
    {
        var state = "waiting";
        await Eventually.TrueAsync("the text was read", async () =>
            (state = (await DetailAsync(item)).GetProperty("extraction").GetString()!) != "waiting");
        return state;
    }

    private async Task<JsonElement> DetailAsync(Guid item)
    {
        using var answer = await site.Api(author).GetAsync($"/api/v1/kb/items/{item}");
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    private Task<int> AttemptsAsync(Guid id) =>
        site.WithAsync<KnowledgeBaseDbContext, int>(db => db.Items.Where(item => item.Id == id).Select(item => item.ExtractionAttempts).SingleAsync());

    private Task<string> SlugAsync(Guid id) =>
        site.WithAsync<KnowledgeBaseDbContext, string>(db => db.Items.Where(item => item.Id == id).Select(item => item.Slug).SingleAsync());
}
