using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.BrowserTests.Browsing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Journeys;

/// <summary>The pages that people see once: the first run, and what follows a sign-up. Each state with axe and on the narrowest screen.</summary>
public sealed class FirstStepsTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Password = "nine purple umbrellas";

    [Fact]
    public async Task The_first_run_from_the_link_to_the_first_ticket()
    {
        var page = await site.OpenAsync();
        var link = await site.WithAsync<IFirstRun, string?>(first => first.CreateLinkAsync(CancellationToken.None));
        await page.GotoAsync(link!);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step 1 of 5" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 1");
        await page.GetByLabel("Name").FillAsync("Ada Brandt");
        await page.GetByLabel("Email").FillAsync("ada@example.com");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("short");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 1 with an error");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step 2 of 5" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 2");
        await page.GetByLabel("Name").FillAsync("Acme Help");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step 3 of 5" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 3");
        await page.GetByRole(AriaRole.Link, new() { Name = "Later" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step 4 of 5" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 4");
        await page.GetByLabel("Category 1").FillAsync("Payroll");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Step 5 of 5" })).ToBeVisibleAsync();
        await LookAsync(page, "set-up, step 5");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Add sample data" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Later" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your helpdesk is ready.");
        await Expect(page.GetByText("Payroll")).ToHaveCountAsync(1);
        Assert.Contains("Acme Help", await page.TitleAsync(), StringComparison.Ordinal);
        await RemoveSamplesAsync(page);
    }

    [Fact]
    public async Task After_a_sign_up_each_page_says_what_to_do_next()
    {
        var page = await site.OpenAsync();
        await page.GotoAsync("/signup");
        await page.GetByLabel("Name").FillAsync("Priya Raman");
        await page.GetByLabel("Email").FillAsync("priya@example.com");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync("priya raman priya");
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Email")).ToHaveValueAsync("priya@example.com");
        await LookAsync(page, "sign-up with an error");
        await page.GetByLabel("New password", new() { Exact = true }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Create account" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Check your e-mail" })).ToBeVisibleAsync();
        await LookAsync(page, "check your mail");

        var secret = Secret.Create();
        await site.WithAsync<AuthDbContext>(async db =>
        {
            var signUp = await db.SignUps.SingleAsync(found => found.Email == "priya@example.com");
            db.Add(OneTimeToken.Create(secret, OneTimePurpose.VerifyEmail, DateTimeOffset.UtcNow, signUpId: signUp.Id));
            await db.SaveChangesAsync();
        });
        await page.GotoAsync($"/verify?token={secret}");
        await LookAsync(page, "confirm your address");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm your address" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Your address is confirmed.");
        await page.GetByLabel("Email").FillAsync("priya@example.com");
        await page.GetByLabel("Password", new() { Exact = true }).FillAsync("not this one at all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        await LookAsync(page, "sign-in with an error");
    }

    /// <summary>From the card on the overview, once they were seen in the queue.</summary>
    private static async Task RemoveSamplesAsync(IPage page)
    {
        var samples = page.GetByRole(AriaRole.Rowheader).Filter(new() { HasText = "Sample: " });
        await page.GotoAsync("/queue?tag=sample");
        await Expect(samples).ToHaveCountAsync(6);
        await page.GotoAsync("/admin/samples");
        await LookAsync(page, "sample data");
        await page.GotoAsync("/admin");
        await page.GetByRole(AriaRole.Region, new() { Name = "Still to do" }).GetByRole(AriaRole.Link, new() { Name = "Remove the sample data" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Remove the sample data?" })).ToBeVisibleAsync();
        await LookAsync(page, "removing the sample data");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove the sample data" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("The sample data is gone.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Remove the sample data" })).ToHaveCountAsync(0);
        await page.GotoAsync("/queue?tag=sample");
        await Expect(samples).ToHaveCountAsync(0);
    }

    private static async Task LookAsync(IPage page, string what)
    {
        await page.SetViewportSizeAsync(1280, 800);
        await page.MustFindNothingAsync(what);
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync(what);
    }
}
