using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>The command menu by keyboard: go, do, find, and nothing that a person may not do.</summary>
public sealed class CommandMenuTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task It_opens_over_any_page_and_goes_where_one_types()
    {
        var agent = await site.AgentAsync("Dana Kim");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/tickets", new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Find in these tickets" }).FocusAsync();
        var (menu, field) = (page.GetByRole(AriaRole.Dialog, new() { Name = "Command menu" }), page.GetByRole(AriaRole.Combobox, new() { Name = "Command or search" }));

        await page.Keyboard.PressAsync("Control+k");
        await Expect(field).ToBeFocusedAsync();
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "Notifications" }).First).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the command menu");
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync("Mine");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "command-1");
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("ArrowUp");
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync("Sign out");
        await page.Keyboard.TypeAsync("xylqzt");
        await Expect(Lines(page).GetByRole(AriaRole.Option)).ToHaveTextAsync(["Search for “xylqzt”"]);
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToHaveValueAsync("");
        await page.Keyboard.PressAsync("Escape");
        await Expect(menu).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Find in these tickets" })).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync("acc dev");
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Selected = true })).ToHaveTextAsync("Account: Devices");
        await page.MustFindNothingAsync("the command menu with words");
        await page.Keyboard.PressAsync("Enter");
        await page.MustComeToAsync("**/account/devices");

        await page.Keyboard.PressAsync("Control+k");
        await Expect(Lines(page).GetByRole(AriaRole.Group, new() { Name = "Recent" }).GetByRole(AriaRole.Option)).ToHaveTextAsync(["Account: Devices"]);
        await page.SetViewportSizeAsync(320, 640);
        await page.MustFitAsync("the command menu");
        await page.SetViewportSizeAsync(1280, 800);
        await page.Keyboard.TypeAsync("sign out");
        await page.Keyboard.PressAsync("Enter");
        await page.MustComeToAsync("**/signin**");
        Assert.Empty(await page.EvaluateAsync<string[]>("() => Object.keys(localStorage).filter(key => key.startsWith('recent:'))"));
    }

    [Fact]
    public async Task It_presses_what_the_ticket_offers()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya, "To be taken");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url, new() { WaitUntil = WaitUntilState.Load });

        await CommandAsync(page, "take", "Take");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Taken.");
        await page.WaitForLoadStateAsync();
        await CommandAsync(page, "prio urg", "Priority: Urgent");
        await Expect(page.Locator("#ticket-head .priority")).ToHaveTextAsync("Urgent");
        await CommandAsync(page, "note", "Note");
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" })).ToBeFocusedAsync();

        // Also from inside of a text, as long as nothing is selected in it.
        await CommandAsync(page, "dark", "Theme: Dark");
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "dark");
        await page.Keyboard.PressAsync("Control+k");
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "Take", Exact = true })).ToHaveCountAsync(0);
        await Expect(Lines(page).GetByRole(AriaRole.Group, new() { Name = "Recent" }).GetByRole(AriaRole.Option).First).ToContainTextAsync("Note");
    }

    [Fact]
    public async Task It_finds_tickets_people_and_saved_views()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Ottoline Pax"));
        var ticket = await site.FileAsync(priya, "Harpsichord out of tune");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue", new() { WaitUntil = WaitUntilState.Load });

        await CommandAsync(page, $"#{ticket.Number}", $"#{ticket.Number}");
        await page.MustComeToAsync($"**{ticket.Url}");
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        await CommandAsync(page, "harpsi", $"#{ticket.Number} Harpsichord out of tune");
        await page.MustComeToAsync($"**{ticket.Url}");
        await CommandAsync(page, "ottoline", $"Ottoline Pax{priya.Email}");
        await page.MustComeToAsync($"**/queue?requester={priya.Id}");
        await CommandAsync(page, "recently sol", "Recently solved");
        await page.MustComeToAsync("**/queue?view=solved");
    }

    [Fact]
    public async Task Employees_are_offered_their_own_places_and_open_it_with_a_button_too()
    {
        var (priya, other) = (await site.EmployeeAsync("Priya Raman"), await site.EmployeeAsync("Other Person"));
        var ticket = await site.FileAsync(priya, "Ukulele");
        await site.FileAsync(other, "Ukulele of another");
        var page = await site.OpenAsync(priya);
        await page.GotoAsync(ticket.Url, new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Button, new() { Name = "Priya Raman: account menu" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Command menu" }).ClickAsync();

        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "New ticket" })).ToBeVisibleAsync();
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "This is fixed" })).ToBeVisibleAsync();
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "Queue" })).ToHaveCountAsync(0);
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "Unassigned" })).ToHaveCountAsync(0);
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Name = "Take" })).ToHaveCountAsync(0);
        await page.Keyboard.TypeAsync("ukulele");
        await Expect(Lines(page).GetByRole(AriaRole.Option)).ToHaveTextAsync([$"#{ticket.Number} Ukulele", "Search for “ukulele”"]);
    }

    // The fields of a ticket have options of their own.
    private static ILocator Lines(IPage page) => page.GetByRole(AriaRole.Listbox, new() { Name = "Commands" });

    private static async Task CommandAsync(IPage page, string words, string first)
    {
        await page.Keyboard.PressAsync("Control+k");
        await page.Keyboard.TypeAsync(words);
        await Expect(Lines(page).GetByRole(AriaRole.Option, new() { Selected = true })).ToContainTextAsync(first);
        await page.Keyboard.PressAsync("Enter");
    }
}
