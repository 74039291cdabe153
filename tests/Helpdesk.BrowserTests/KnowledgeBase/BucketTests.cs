using System.Collections.Concurrent;
using System.Text;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>With a bucket elsewhere, browsers send files there and fetch them from there, under the page's own rules.</summary>
public sealed class BucketTests(BrowserBucketSite site) : IClassFixture<BrowserBucketSite>
{
    [Fact]
    public async Task A_document_goes_straight_to_the_bucket()
    {
        var page = await ItemFileTests.BeginAsync(site, "Staff handbook");
        var sent = new ConcurrentQueue<string>();
        page.Request += (_, request) =>
        {
            if (request.Method == "PUT")
            {
                sent.Enqueue(new Uri(request.Url).Authority);
            }
        };
        await page.Locator("#Form_FileId").SetInputFilesAsync(ItemFileTests.Pdf("handbook.pdf"));
        await Expect(page.GetByText("handbook.pdf is uploaded. Save to keep it.")).ToBeVisibleAsync();
        Assert.Equal([site.Bucket.Authority], sent);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "handbook.pdf" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_file_of_a_ticket_comes_back_from_the_bucket()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await page.Locator("#answer textarea").FillAsync("One file.");
        await page.GetByLabel("Add files").SetInputFilesAsync(new FilePayload { Name = "rules.txt", MimeType = "text/plain", Buffer = "Be kind."u8.ToArray() });
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove rules.txt" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".attachments").GetByRole(AriaRole.Link, new() { Name = "rules.txt" }).ClickAsync());
        Assert.Equal(site.Bucket.Authority, new Uri(download.Url).Authority);
        Assert.Equal("rules.txt", download.SuggestedFilename);
        using var reader = new StreamReader(await download.CreateReadStreamAsync(), Encoding.UTF8);
        Assert.Equal("Be kind.", await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task A_picture_of_an_article_shows_from_the_bucket()
    {
        var page = await ItemFileTests.BeginAsync(site, "The lamp", "Article");
        await page.GetByRole(AriaRole.Button, new() { Name = "Picture", Exact = true }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Add picture" });
        await dialog.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "lamp.png", MimeType = "image/png", Buffer = Picture.Bytes });
        await dialog.GetByLabel("What does it show?").FillAsync("A red lamp");
        await page.RunAndWaitForResponseAsync(
            () => dialog.GetByRole(AriaRole.Button, new() { Name = "Add picture" }).ClickAsync(),
            response => response.Status == 200 && new Uri(response.Url).Authority == site.Bucket.Authority);
        await Expect(page.Locator(".rich").GetByRole(AriaRole.Img, new() { Name = "A red lamp" })).ToBeVisibleAsync();
        // What the page's rules refuse has no width.
        await page.WaitForFunctionAsync("() => document.querySelector('.rich img[src]').naturalWidth > 0");
    }
}
