using Helpdesk.Auth.SecondFactor;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Auth;

/// <summary>Passkeys with the browser's own code and a virtual authenticator in it.</summary>
public sealed class PasskeyTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_passkey_is_added_and_signs_in_by_button_and_by_autofill()
    {
        var person = await site.EmployeeAsync();
        var page = await site.OpenAsync(person);
        var authenticator = await AuthenticatorAsync(page);
        await page.GotoAsync("/account/security");
        await page.MustFindNothingAsync("security without passkeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a passkey" }).ClickAsync();
        await page.MustFindNothingAsync("add a passkey");
        await page.GetByLabel("Name").FillAsync("My laptop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create passkey" }).PressAsync("Enter");
        await Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();
        await Expect(page.GetByText("not used yet")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("security with a passkey");
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync("security with a passkey");

        // The button: the authenticator asks the person, who is there.
        await page.Context.ClearCookiesAsync();
        await authenticator.PresentAsync(false);
        await page.GotoAsync("/signin?returnUrl=%2Ftickets");
        await page.MustFindNothingAsync("sign in with a passkey");
        await authenticator.PresentAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await page.MustComeToAsync("**/tickets");

        // Autofill: who is there and chooses the passkey beside the address is in, without a press.
        await page.Context.ClearCookiesAsync();
        await page.GotoAsync("/signin?returnUrl=%2Ftickets");
        await page.MustComeToAsync("**/tickets");
    }

    [Fact]
    public async Task Where_the_role_must_have_a_second_factor_the_passkey_follows_the_password()
    {
        await RequireAsync("staff");
        try
        {
            var person = await site.AgentAsync();
            await site.GivePasswordAsync(person);
            var page = await site.OpenAsync(person);
            var authenticator = await AuthenticatorAsync(page);
            await page.GotoAsync("/account/passkeys");
            await page.GetByRole(AriaRole.Button, new() { Name = "Create passkey" }).ClickAsync();
            await Expect(page.GetByText("The passkey is added.")).ToBeVisibleAsync();

            await page.Context.ClearCookiesAsync();
            await authenticator.PresentAsync(false);
            await page.GotoAsync("/signin");
            await page.GetByLabel("Email").FillAsync(person.Email);
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(Passwords.Password);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Use your passkey" })).ToBeVisibleAsync();
            await page.MustFindNothingAsync("use your passkey");
            await authenticator.PresentAsync(true);
            await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How can we help?" })).ToBeVisibleAsync();
        }
        finally
        {
            await RequireAsync("nobody");
        }
    }

    private Task RequireAsync(string who) =>
        site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(FactorRule.Required, who, null, CancellationToken.None));

    private static async Task<VirtualAuthenticator> AuthenticatorAsync(IPage page)
    {
        var cdp = await page.Context.NewCDPSessionAsync(page);
        await cdp.SendAsync("WebAuthn.enable");
        var added = await cdp.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new
            {
                protocol = "ctap2",
                transport = "internal",
                hasResidentKey = true,
                hasUserVerification = true,
                isUserVerified = true,
                automaticPresenceSimulation = true,
            },
        });
        return new VirtualAuthenticator(cdp, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed record VirtualAuthenticator(ICDPSession Cdp, string Id)
    {
        /// <summary>Whether somebody touches it when it asks.</summary>
        public async Task PresentAsync(bool isThere) =>
            await Cdp.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new() { ["authenticatorId"] = Id, ["enabled"] = isThere });
    }
}
