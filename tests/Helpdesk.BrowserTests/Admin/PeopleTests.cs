using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Admin;

/// <summary>The people's pages in a browser, with and without script, over real mail.</summary>
public sealed class PeopleTests(PostSite site) : IClassFixture<PostSite>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Somebody_is_invited_comes_and_becomes_an_agent(bool withScript)
    {
        var email = $"kim.{Guid.NewGuid():N}@example.com";
        var options = new BrowserNewContextOptions { JavaScriptEnabled = withScript };
        var page = await site.OpenAsync(await site.AdminAsync(), options);
        await page.GotoAsync("/admin/people");
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite people" }).ClickAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "People" });
        await box.FillAsync($"Kim Kowalski <{email}>\nwrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(page.GetByText("Enter an e-mail address like name@example.com.")).ToBeVisibleAsync();
        await Expect(box).ToHaveValueAsync($"Kim Kowalski <{email}>\nwrong");
        await box.FillAsync($"Kim Kowalski <{email}>");
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite 1 person" }).ClickAsync();
        await Expect(page.GetByText($"Invitation sent to {email}. It works for 7 days.")).ToBeVisibleAsync();

        var mail = await site.MailAsync(email, "invites you to");
        var kim = await site.OpenAsync(null, new BrowserNewContextOptions { JavaScriptEnabled = withScript });
        await kim.GotoAsync(mail.LinkTo("/reset"));
        await kim.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync("a kettle, a comb, a bell");
        await kim.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await Expect(kim.GetByText("Your account is ready. Sign in.")).ToBeVisibleAsync();

        await page.GotoAsync($"/admin/people?q={email}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kim Kowalski" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Role" }).SelectOptionAsync("agent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Change role" }).ClickAsync();
        await Expect(page.GetByText("Kim Kowalski is now an agent. It counts from the next click.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Deactivate" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Deactivate" }).ClickAsync();
        await Expect(page.GetByText("Kim Kowalski is deactivated and signed out everywhere.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Let in again" }).ClickAsync();
        await Expect(page.GetByText("Kim Kowalski may sign in again.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_list_is_tried_and_imported_from_a_file()
    {
        var email = $"nora.{Guid.NewGuid():N}@example.com";
        var page = await site.OpenAsync(await site.AdminAsync());
        await page.GotoAsync("/admin/people/import");
        await page.GetByLabel("File", new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "people.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes($"name;email\nNora <b>New</b>;{email}\nWrong;wrong\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        await Expect(page.GetByText("1 new, 0 changed, 0 unchanged, 1 left out.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("a trial");
        await page.GetByRole(AriaRole.Button, new() { Name = "Import 1 person" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What was done" })).ToBeVisibleAsync();
        await site.MailAsync(email, "invites you to");
    }

    [Fact]
    public async Task Every_page_is_accessible_and_fits_a_narrow_screen()
    {
        var admin = await site.AdminAsync("Ada Admin");
        var person = await site.AgentAsync("Maximiliane Friederike von und zu Hohenstein-Wittgenstein");
        await site.TeamAsync("Network", person);
        var page = await site.OpenAsync(admin);
        string[] urls =
        [
            "/admin/people", "/admin/people?q=nobody", "/admin/people/invitations", "/admin/people/import", $"/admin/people/{person.Id}", $"/admin/people/{admin.Id}",
            $"/admin/people/{person.Id}/deactivation", $"/admin/people/{person.Id}/anonymisation", $"/admin/people/{person.Id}/second-factor/removal",
        ];
        foreach (var url in urls)
        {
            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync(url);
            await page.MustFindNothingAsync(url);
            await page.SetViewportSizeAsync(320, 800);
            await page.MustFitAsync(url);
        }
    }
}
