using System.Text;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Files in composers, as people add them: chosen, pasted, dropped, with a network that fails, and without script.</summary>
public sealed class FilesTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Paste =
        """
        area => {
          const data = new DataTransfer();
          data.items.add(new File(['pasted'], 'pasted.txt', { type: 'text/plain' }));
          area.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }
        """;

    private const string Drop =
        """
        area => {
          const data = new DataTransfer();
          data.items.add(new File(['one'], 'dropped-1.txt', { type: 'text/plain' }));
          data.items.add(new File(['two'], 'dropped-2.txt', { type: 'text/plain' }));
          area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
        }
        """;

    [Fact]
    public async Task Chosen_files_survive_a_reload_and_another_device_and_are_sent()
    {
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await page.Locator("#answer textarea").FillAsync("Two files.");
        await page.GetByLabel("Add files").SetInputFilesAsync([File("a.txt"), File("b.txt")]);
        var attached = page.GetByRole(AriaRole.List, new() { Name = "Attached files" });
        await Expect(attached.GetByRole(AriaRole.Button, new() { Name = "Remove a.txt" })).ToBeVisibleAsync();
        await Expect(attached.GetByRole(AriaRole.Button, new() { Name = "Remove b.txt" })).ToBeVisibleAsync();
        await Expect(page.Locator("#answer [data-draft-status]")).ToContainTextAsync("Draft saved");
        await page.MustFindNothingAsync("a composer with files");

        await page.ReloadAsync();
        await Expect(attached.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        var elsewhere = await site.OpenAsync(priya);
        await elsewhere.GotoAsync(ticket.Url);
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Remove a.txt" }).ClickAsync();
        await elsewhere.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        var files = elsewhere.GetByRole(AriaRole.List, new() { Name = "Files", Exact = true });
        await Expect(files.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await Expect(files).ToContainTextAsync("b.txt");
        await elsewhere.MustFindNothingAsync("a message with files");
    }

    [Fact]
    public async Task Files_are_pasted_and_dropped_in_an_answer_and_on_a_new_ticket()
    {
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await AddBothWaysAsync(page, page.Locator("#answer textarea"));
        await page.GotoAsync("/tickets/new");
        await AddBothWaysAsync(page, page.Locator("#Form_Description"));
    }

    [Fact]
    public async Task An_upload_that_fails_is_tried_again_and_one_that_is_cancelled_is_gone()
    {
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await page.RouteAsync("**/attachments/**", route => route.AbortAsync());
        await page.GetByLabel("Add files").SetInputFilesAsync([File("a.txt")]);
        await Expect(page.GetByText("a.txt was not sent.")).ToBeVisibleAsync();
        await page.UnrouteAllAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Retry a.txt" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove a.txt" })).ToBeVisibleAsync();

        var mayGo = new TaskCompletionSource();
        await page.RouteAsync("**/attachments/**", async route =>
        {
            await mayGo.Task;
            await route.ContinueAsync();
        });
        await page.GetByLabel("Add files").SetInputFilesAsync([File("b.txt"), File("c.txt")]);
        await Expect(page.GetByText("Uploading 1 of 2")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel b.txt" }).ClickAsync();
        await Expect(page.GetByText("b.txt")).ToHaveCountAsync(0);

        // Sent while the last one is on its way: it goes when the file is there.
        await page.Locator("#answer textarea").FillAsync("Two files in the end.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        mayGo.SetResult();
        var files = page.GetByRole(AriaRole.List, new() { Name = "Files", Exact = true });
        await Expect(files.GetByRole(AriaRole.Listitem)).ToHaveCountAsync(2);
        await Expect(files).ToContainTextAsync("c.txt");
    }

    [Fact]
    public async Task A_file_that_is_refused_says_why_beside_the_others()
    {
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await page.GetByLabel("Add files").SetInputFilesAsync([File("cv.pdf", "application/pdf"), File("a.txt")]);
        await Expect(page.GetByText("cv.pdf is not really a PDF. Save it again and retry.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Remove a.txt" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove cv.pdf" }).ClickAsync();
        await Expect(page.GetByText("cv.pdf")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Without_script_files_go_with_the_form()
    {
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya, new() { JavaScriptEnabled = false });
        await page.GotoAsync(ticket.Url);
        await page.Locator("#answer textarea").FillAsync("One file.");
        await page.GetByLabel("Add files").SetInputFilesAsync([File("a.txt")]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.Locator(".attachments")).ToContainTextAsync("a.txt");
    }

    [Fact]
    public async Task Hostile_files_run_no_script()
    {
        const string script = "<script>window.opener?.alert(1);alert(1);document.title='taken'</script>";
        var (priya, ticket) = await FiledAsync();
        var page = await site.OpenAsync(priya);
        var alerts = 0;
        page.Context.Dialog += async (_, dialog) =>
        {
            alerts++;
            await dialog.DismissAsync();
        };
        await page.GotoAsync(ticket.Url);
        await page.Locator("#answer textarea").FillAsync("Look at these.");
        await page.GetByLabel("Add files").SetInputFilesAsync(
        [
            new FilePayload { Name = "drawing.svg", MimeType = "image/svg+xml", Buffer = Encoding.UTF8.GetBytes($"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\">{script}</svg>") },
            new FilePayload { Name = "page.txt", MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes($"<html>{script}</html>") },
            new FilePayload { Name = "picture.gif", MimeType = "image/gif", Buffer = Encoding.UTF8.GetBytes($"GIF89a/*{script}*/=1;alert(1)") },
        ]);
        await Expect(page.GetByText("Uploading")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.Locator("#conversation")).ToContainTextAsync("Look at these.");
        foreach (var link in await page.Locator(".attachments a").AllAsync())
        {
            var address = await link.GetAttributeAsync("href");
            var tab = await page.Context.NewPageAsync();
            try
            {
                await tab.GotoAsync(address!);
                Assert.NotEqual("taken", await tab.TitleAsync());
            }
            catch (PlaywrightException saved) when (saved.Message.Contains("Download is starting", StringComparison.Ordinal))
            {
                // Saved, not shown.
            }

            await tab.CloseAsync();
        }

        Assert.Equal(0, alerts);
    }

    private static async Task AddBothWaysAsync(IPage page, ILocator area)
    {
        await area.EvaluateAsync(Paste);
        await area.EvaluateAsync(Drop);
        foreach (var name in new[] { "pasted.txt", "dropped-1.txt", "dropped-2.txt" })
        {
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Remove {name}" })).ToBeVisibleAsync();
        }
    }

    private static FilePayload File(string name, string type = "text/plain") => new() { Name = name, MimeType = type, Buffer = Encoding.UTF8.GetBytes($"This is {name}.") };

    private async Task<(Person Priya, FiledTicket Ticket)> FiledAsync()
    {
        var priya = await site.EmployeeAsync();
        return (priya, await site.FileAsync(priya));
    }
}
