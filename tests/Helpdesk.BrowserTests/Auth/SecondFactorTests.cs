using Helpdesk.Auth.Data;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Auth;

/// <summary>Setting up an authenticator app and signing in with it, as people do; with and without script, each page with axe.</summary>
public sealed class SecondFactorTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Scan_type_keep_and_sign_in_with_it(bool hasScript)
    {
        var person = await site.EmployeeAsync();
        await site.GivePasswordAsync(person);
        var page = await site.OpenAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = hasScript });
        await SignInAsync(page, person);
        await page.GotoAsync("/account/security");
        await LookAsync(page, hasScript, "security");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set up" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "QR code for your app" })).ToBeVisibleAsync();
        await LookAsync(page, hasScript, "set up a second factor");
        var key = (await page.Locator(".factor-key").TextContentAsync())!.Replace(" ", "", StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Code", Exact = true }).FillAsync(await NextCodeAsync(person));
        await page.GetByRole(AriaRole.Button, new() { Name = "Turn on" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Keep your recovery codes" })).ToBeVisibleAsync();
        Assert.Equal(32, key.Length);
        await LookAsync(page, hasScript, "recovery codes");
        var recovery = (await page.Locator("#recovery-codes code").First.TextContentAsync())!;
        await page.GetByLabel("I have kept them").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(page.GetByText("Recovery codes left: 10 of 10.")).ToBeVisibleAsync();
        await LookAsync(page, hasScript, "security with a second factor");

        var other = await site.OpenAsync(options: new BrowserNewContextOptions { JavaScriptEnabled = hasScript });
        await SignInAsync(other, person);
        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "Enter the code from your app" })).ToBeVisibleAsync();
        await LookAsync(other, hasScript, "enter the code");
        if (hasScript)
        {
            // The sixth digit sends it.
            await other.GetByRole(AriaRole.Textbox, new() { Name = "Code", Exact = true }).PressSequentiallyAsync(await NextCodeAsync(person));
        }
        else
        {
            await other.GetByRole(AriaRole.Link, new() { Name = "Use a recovery code" }).ClickAsync();
            await LookAsync(other, hasScript, "enter a recovery code");
            await other.GetByLabel("Recovery code").FillAsync(recovery);
            await other.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        }

        await Expect(other.GetByRole(AriaRole.Heading, new() { Name = "How can we help?" })).ToBeVisibleAsync();
        await other.GotoAsync("/account/confirm?returnUrl=/account/security");
        await LookAsync(other, hasScript, "is it you");
        await other.GotoAsync("/account/password");
        await LookAsync(other, hasScript, "change password");
        await other.GetByLabel("Present password", new() { Exact = true }).FillAsync("not this one at all");
        await other.GetByLabel("New password", new() { Exact = true }).FillAsync("another lamp, another boat");
        await other.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(other.GetByRole(AriaRole.Alert)).ToContainTextAsync("That is not your present password.");
        await LookAsync(other, hasScript, "change password with an error");
    }

    private static async Task SignInAsync(IPage page, Person person)
    {
        await page.GotoAsync("/signin");
        await page.GetByLabel("Email").FillAsync(person.Email);
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Passwords.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
    }

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

    /// <summary>What the app shows now; the clock goes on first, because a code works once.</summary>
    private Task<string> NextCodeAsync(Person person)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(30));
        return site.WithAsync<AuthDbContext, string>(async db =>
        {
            var factor = await db.TotpFactors.AsNoTracking().SingleAsync(found => found.UserId == person.Id);
            return await site.WithAsync<FactorKeys, string>(keys =>
                Task.FromResult(Totp.Code(keys.Open(factor.ProtectedKey), Totp.StepAt(site.Clock.GetUtcNow()))));
        });
    }
}
