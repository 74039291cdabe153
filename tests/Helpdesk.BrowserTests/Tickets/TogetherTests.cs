using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>What people do to a ticket together: teams, people copied in, links, splits, subjects and redacted words; each page with axe and on the narrowest screen.</summary>
public sealed class TogetherTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_agent_gives_it_to_a_team_renames_links_and_splits_it()
    {
        var (priya, dana) = (await site.EmployeeAsync("Priya Raman"), await site.AgentAsync("Dana Kim"));
        await site.TeamAsync("Network", dana);
        var (ticket, other) = (await site.FileAsync(priya), await site.FileAsync(priya, "No power in room 3"));
        await site.SayAsync(priya, ticket, "And my mouse is dead.");
        var page = await site.OpenAsync(dana);
        await page.GotoAsync(ticket.Url, new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Team" }).SelectOptionAsync("Network");
        await Expect(page.GetByText("Dana Kim gave it to the team Network").First).ToBeVisibleAsync();

        await page.GetByText("Edit subject").ClickAsync();
        await page.MustFindNothingAsync("the subject in edit");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Subject", Exact = true }).FillAsync("Printer smokes in room 3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save subject" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Printer smokes in room 3");

        await page.GetByRole(AriaRole.Link, new() { Name = "Link to a ticket" }).ClickAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "This ticket" }).SelectOptionAsync("is blocked by");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Which ticket" }).FillAsync($"{other.Number}");
        await LookAsync(page, "a new link");
        await page.GetByRole(AriaRole.Button, new() { Name = "Link", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Links" })).ToContainTextAsync($"is blocked by #{other.Number}");
        await LookAsync(page, "a ticket with a link");

        await page.GetByRole(AriaRole.Link, new() { Name = "Split off" }).Last.ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Subject" }).FillAsync("A new mouse");
        await LookAsync(page, "a split");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a new ticket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("A new mouse");
        await page.GotoAsync("/queue?team=mine");
        await Expect(page.GetByText("Printer smokes in room 3")).ToBeVisibleAsync();
        await LookAsync(page, "the queue of a team");
    }

    [Fact]
    public async Task A_requester_copies_a_colleague_in_who_leaves_again()
    {
        var (priya, jonas) = (await site.EmployeeAsync("Priya Raman"), await site.EmployeeAsync("Jonas Weber"));
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Copy somebody in" }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Colleagues" }).FillAsync(jonas.Email);
        await LookAsync(page, "copying in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Copied in" })).ToContainTextAsync("Jonas Weber");
        await LookAsync(page, "a shared ticket");

        var colleague = await site.OpenAsync(jonas);
        await colleague.GotoAsync(ticket.Url);
        await colleague.GetByRole(AriaRole.Link, new() { Name = "Leave" }).ClickAsync();
        await LookAsync(colleague, "leaving");
        await colleague.GetByRole(AriaRole.Button, new() { Name = "Leave" }).ClickAsync();
        await Expect(colleague.GetByText($"You left #{ticket.Number}.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_admin_takes_words_out_after_a_question()
    {
        var (priya, ada) = (await site.EmployeeAsync("Priya Raman"), await site.AdminAsync());
        var ticket = await site.FileAsync(priya, description: "My password is hunter2.");
        var page = await site.OpenAsync(ada);
        await page.GotoAsync(ticket.Url);
        await page.GetByRole(AriaRole.Link, new() { Name = "Redact" }).ClickAsync();
        await LookAsync(page, "the question before redacting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Redact this message" }).ClickAsync();
        await Expect(page.GetByText("Redacted by Ada Admin on")).ToBeVisibleAsync();
        await Expect(page.GetByText("hunter2")).ToHaveCountAsync(0);
        await LookAsync(page, "a redacted message");
    }

    private static async Task LookAsync(IPage page, string what)
    {
        await page.MustFindNothingAsync(what);
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync(what);
        await page.SetViewportSizeAsync(1280, 800);
    }
}
