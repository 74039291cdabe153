using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>An agent's work by keyboard alone, with script and without.</summary>
public sealed class AgentKeysTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Take_reply_and_resolve_without_a_mouse()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var below = await site.FileAsync(priya, "Below");
        var ticket = await site.FileAsync(priya, "On top");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue");

        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "On top" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.MustComeToAsync($"**{ticket.Url}");
        await page.Keyboard.PressAsync("]");
        await page.MustComeToAsync($"**{below.Url}");
        await page.Keyboard.PressAsync("[");
        await page.MustComeToAsync($"**{ticket.Url}");
        await page.Keyboard.PressAsync("i");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Taken.");
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("r");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to Priya Raman" })).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("A new one is on its way.");
        await page.Keyboard.PressAsync("Control+Shift+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Reply sent to Priya. Resolved.");
        await page.MustComeToAsync($"**{below.Url}");
        await page.Keyboard.PressAsync("u");
        await page.MustComeToAsync("**/queue");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "On top" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_list_comes_back_to_the_row_that_was_opened()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        await site.FileAsync(priya, "Row one");
        await site.FileAsync(priya, "Row two");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue?view=open&q=row&sort=number");
        await page.GetByRole(AriaRole.Link, new() { Name = "Row two" }).ClickAsync();
        await page.MustComeToAsync("**/t/*");

        await page.Keyboard.PressAsync("u");

        await page.MustComeToAsync("**/queue?view=open&q=row&sort=number");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Row two" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task No_key_turns_a_note_into_a_reply()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        var (note, reply) = (page.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" }), page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" }));
        await Expect(note).ToBeHiddenAsync();
        await Expect(reply).ToBeHiddenAsync();

        await page.Keyboard.PressAsync("n");
        await Expect(note).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Never run r, n or i here.");
        await Expect(note).ToHaveValueAsync("Never run r, n or i here.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();

        await Expect(reply).ToHaveValueAsync("");
        await Expect(note).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true }).ClickAsync();
        await Expect(note).ToHaveValueAsync("Never run r, n or i here.");
        await page.Keyboard.PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Note saved. Only the team sees it.");
        Assert.DoesNotContain("Never run", await site.Browser(priya).GetStringAsync(ticket.Url), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_without_script()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya, "Without a script");
        var page = await site.OpenAsync(agent, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/queue");

        await PressAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Without a script" }));
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Take" }));
        await Expect(page.GetByText("Taken.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" }).FocusAsync();
        await page.Keyboard.TypeAsync("Fuse blown.");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Save note" }));
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Conversation" }).GetByText("Fuse blown.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" }).FocusAsync();
        await page.Keyboard.TypeAsync("High");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }));
        await Expect(page.GetByText("Priority changed to high.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" }).FocusAsync();
        await page.Keyboard.TypeAsync("Done.");
        await PressAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Send and resolve" }));
        await Expect(page.GetByText("Reply sent to Priya. Resolved.")).ToBeVisibleAsync();
        Assert.Equal("resolved", (await site.LookAsync(agent, ticket)).GetProperty("status").GetString());
    }

    [Fact]
    public async Task A_field_is_changed_in_place()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" }).FillAsync("Half a senten");

        await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" }).SelectOptionAsync("high");

        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Priority changed to high.");
        await Expect(page.Locator("#ticket-head .priority")).ToHaveTextAsync("High");
        await Expect(page.GetByRole(AriaRole.List, new() { Name = "Conversation" })).ToContainTextAsync("changed the priority from medium to high");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" })).ToHaveValueAsync("Half a senten");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Tags" }).FillAsync("vpn, fire");
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Tags saved.");
        await Expect(page.Locator("#ticket-head .tag")).ToHaveCountAsync(2);
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Status" }).SelectOptionAsync("resolved");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Resolved.");
    }

    [Fact]
    public async Task The_filter_works_as_one_types()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        await site.FileAsync(priya, "Kettle leaks");
        await site.FileAsync(priya, "Toaster sparks");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue?view=open");

        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("kettle");

        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Toaster sparks" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kettle leaks" })).ToBeVisibleAsync();
        await page.MustComeToAsync("**/queue?view=open&q=kettle");
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority filter" }).SelectOptionAsync("urgent");
        await Expect(page.GetByText("No tickets match “kettle” with priority Urgent.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Clear filters" }).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Toaster sparks" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Filter" })).ToHaveValueAsync("");
    }

    private static async Task PressAsync(IPage page, ILocator control)
    {
        await control.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
    }
}
