using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Auth;

/// <summary>Teams and API keys as an administrator keeps them, with and without script; each page with axe and on the narrowest screen.</summary>
public sealed class TeamAndKeyPagesTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_team_is_made_changed_and_removed(bool hasScript)
    {
        var (admin, dana) = (await site.AdminAsync(), await site.AgentAsync($"Dana Kim {hasScript}"));
        var page = await OpenAsync(admin, hasScript);
        await page.GotoAsync("/admin/teams");
        await page.GetByRole(AriaRole.Link, new() { Name = "New team" }).ClickAsync();
        await LookAsync(page, hasScript, "a new team");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Network {hasScript}");
        await page.GetByRole(AriaRole.Radio, new() { Name = "Least loaded" }).CheckAsync();
        await page.GetByLabel("Open tickets a member may have").FillAsync("5");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = dana.Name }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = $"Network {hasScript}" });
        await Expect(row).ToContainTextAsync("Least loaded, up to 5 each");
        await Expect(row).ToContainTextAsync(dana.Name);
        await LookAsync(page, hasScript, "the teams");
        await page.GetByRole(AriaRole.Link, new() { Name = $"Network {hasScript}" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = dana.Name })).ToBeCheckedAsync();
        await LookAsync(page, hasScript, "a team");
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove" }).ClickAsync();
        await LookAsync(page, hasScript, "removing a team");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove team" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Teams", Exact = true })).ToBeVisibleAsync();
        await Expect(row).Not.ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_key_is_made_copied_and_revoked(bool hasScript)
    {
        var admin = await site.AdminAsync();
        var page = await OpenAsync(admin, hasScript);
        await page.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await page.GotoAsync("/admin/api-keys/new");
        await LookAsync(page, hasScript, "a new key");
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync($"Monitoring {hasScript}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make key" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keep your key" })).ToBeVisibleAsync();
        var secret = await page.Locator(".factor-key").TextContentAsync();
        await LookAsync(page, hasScript, "the key, once");
        if (hasScript)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Copy" }).MustCopyAsync(secret!);
            await Expect(page.GetByText("Copied")).ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Done" }).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = $"Monitoring {hasScript}" });
        await Expect(row).ToContainTextAsync(secret![..9]);
        await Expect(page.GetByText(secret)).ToHaveCountAsync(0);
        await LookAsync(page, hasScript, "the keys");
        await row.GetByRole(AriaRole.Link, new() { Name = "Revoke" }).ClickAsync();
        await LookAsync(page, hasScript, "revoking a key");
        await page.GetByRole(AriaRole.Button, new() { Name = "Revoke key" }).ClickAsync();
        await Expect(row).ToContainTextAsync("Revoked");
    }

    private Task<IPage> OpenAsync(Person person, bool hasScript) => site.OpenAsync(person, new BrowserNewContextOptions { JavaScriptEnabled = hasScript });

    private static async Task LookAsync(IPage page, bool hasScript, string what)
    {
        if (hasScript)
        {
            await page.SetViewportSizeAsync(1280, 800);
            await page.MustFindNothingAsync(what);
            await page.SetViewportSizeAsync(320, 800);
            await page.MustFitAsync(what);
        }
    }
}
