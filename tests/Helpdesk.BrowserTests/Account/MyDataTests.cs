using System.IO.Compression;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Account;

/// <summary>"My data" in a browser, with and without script, over real mail.</summary>
public sealed class MyDataTests(PostSite site) : IClassFixture<PostSite>
{
    private const string Path = "/account/data";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_asks_waits_and_downloads(bool withScript)
    {
        var priya = await site.EmployeeAsync("Priya Patel");
        await site.FileAsync(priya, "Printer on fire");
        var page = await site.OpenAsync(priya, new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        await using (await Holding.TicketsAsync(site.ConnectionString))
        {
            await page.GotoAsync(Path);
            await page.GetByRole(AriaRole.Button, new() { Name = "Download my data" }).ClickAsync();
            await Expect(page.GetByText("You will get a mail.")).ToBeVisibleAsync();
            await Expect(page.GetByText("We are putting your data together. You asked for it")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Download my data" })).ToHaveCountAsync(0);
        }

        var mail = await site.MailAsync(priya.Email, "Your data is ready");
        await page.GotoAsync(mail.LinkTo(Path));
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Download the file" }).ClickAsync());
        Assert.Matches("^my-data-.*\\.zip$", download.SuggestedFilename);
        await using var file = await download.CreateReadStreamAsync();
        using var copy = new MemoryStream();
        await file.CopyToAsync(copy);
        using var zip = new ZipArchive(copy);
        using var tickets = new StreamReader(await zip.GetEntry("tickets/tickets.json")!.OpenAsync());
        Assert.Contains("Printer on fire", await tickets.ReadToEndAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_person_asks_for_deletion_and_takes_it_back_by_keyboard(bool withScript)
    {
        var (priya, admin) = (await site.EmployeeAsync("Priya Patel"), await site.AdminAsync());
        var page = await site.OpenAsync(priya, new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        await page.GotoAsync(Path);
        await PressAsync(page, "Ask for deletion");
        await Expect(page.GetByText("You asked for deletion. An administrator decides.")).ToBeVisibleAsync();
        await Expect(page.GetByText("Until then nothing changes.")).ToBeVisibleAsync();
        await site.MailAsync(admin.Email, "Priya Patel asks to be deleted");
        await PressAsync(page, "Withdraw");
        await Expect(page.GetByText("You withdrew it. Your account stays.")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Ask for deletion" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Every_state_of_the_page_is_accessible_and_fits_a_narrow_screen()
    {
        foreach (var person in new[] { await site.EmployeeAsync("Maximiliane von und zu Hohenstein-Wittgenstein"), await site.AgentAsync() })
        {
            var page = await site.OpenAsync(person);
            await LookAsync(page, "nothing asked");
            await using (await Holding.TicketsAsync(site.ConnectionString))
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Download my data" }).ClickAsync();
                await Expect(page.GetByText("You asked for it")).ToBeVisibleAsync();
                await LookAsync(page, "in the making");
            }

            await site.MailAsync(person.Email, "Your data is ready");
            await LookAsync(page, "ready");
            await page.GetByRole(AriaRole.Button, new() { Name = "Ask for deletion" }).ClickAsync();
            await Expect(page.GetByText("Until then nothing changes.")).ToBeVisibleAsync();
            await LookAsync(page, "deletion asked");
        }
    }

    private static async Task PressAsync(IPage page, string button)
    {
        var target = page.GetByRole(AriaRole.Button, new() { Name = button });
        for (var tabs = 0; !await target.EvaluateAsync<bool>("button => button === document.activeElement"); tabs++)
        {
            Assert.True(tabs < 60, $"\"{button}\" is not reached by Tab.");
            await page.Keyboard.PressAsync("Tab");
        }

        await page.Keyboard.PressAsync("Enter");
    }

    private static async Task LookAsync(IPage page, string state)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.GotoAsync(Path);
        await page.MustFindNothingAsync($"{Path}, {state}");
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync($"{Path}, {state}");
    }
}
