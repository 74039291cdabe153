using System.Text.RegularExpressions;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The file of a document or a video goes up while its writer goes on.</summary>
public sealed class ItemFileTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Uploads = "**/files/uploads/**";

    [Fact]
    public async Task A_document_goes_up_with_its_progress_is_cancelled_tried_again_and_saved()
    {
        var page = await BeginAsync(site, "Staff handbook");
        var field = page.Locator("#Form_FileId");
        await page.RouteAsync(Uploads, route => route.AbortAsync());
        await field.SetInputFilesAsync(Pdf("handbook.pdf"));
        await Expect(page.GetByText("handbook.pdf was not sent. Try again, or save: then it goes with the form.")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry" }).ClickAsync();
        await Expect(page.GetByText("handbook.pdf is uploaded. Save to keep it.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the editor of a document");

        var mayGo = new TaskCompletionSource();
        await page.RouteAsync(Uploads, async route =>
        {
            await mayGo.Task;
            await route.ContinueAsync();
        });
        await field.SetInputFilesAsync(Pdf("other.pdf"));
        await Expect(page.GetByText("Uploading other.pdf,")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByText("other.pdf")).ToHaveCountAsync(0);
        await field.SetInputFilesAsync(Pdf("newest.pdf"));
        await Expect(page.GetByText("Uploading newest.pdf,")).ToBeVisibleAsync();

        // Saved while it is on its way: the form goes when the file is there.
        await page.GetByLabel("Summary").FillAsync("What everybody should know in their first weeks with us.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        mayGo.SetResult();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "newest.pdf" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("What everybody should know in their first weeks with us.");
    }

    [Fact]
    public async Task What_is_refused_says_why_and_the_next_save_goes_without_it()
    {
        var page = await BeginAsync(site, "Price list");
        await page.Locator("#Form_FileId").SetInputFilesAsync(new FilePayload { Name = "tool.exe", MimeType = "application/octet-stream", Buffer = "MZ"u8.ToArray() });
        await Expect(page.GetByText("tool.exe cannot be attached.")).ToBeVisibleAsync();
        await page.Locator("#Form_FileId").SetInputFilesAsync(new FilePayload { Name = "prices.pdf", MimeType = "application/pdf", Buffer = "<html>"u8.ToArray() });
        await Expect(page.GetByText("prices.pdf is uploaded.")).ToBeVisibleAsync();
        await page.GetByLabel("Title").FillAsync("Prices");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("prices.pdf is not really a PDF.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Prices" })).ToBeVisibleAsync();
    }

    internal static async Task<IPage> BeginAsync(BrowserSite site, string title, string type = "Document")
    {
        var page = await site.OpenAsync(await site.AgentAsync());
        await page.GotoAsync("/kb/manage/new");
        await page.GetByLabel(type).CheckAsync();
        await page.GetByLabel("Title").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Begin" }).ClickAsync();
        await page.MustComeToAsync(new Regex("/kb/manage/[0-9a-f-]{36}"));
        return page;
    }

    internal static FilePayload Pdf(string name) => new()
    {
        Name = name,
        MimeType = "application/pdf",
        Buffer = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray(),
    };
}
