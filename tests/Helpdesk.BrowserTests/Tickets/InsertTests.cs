using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>What the composer offers while one types: macros and answers by "/", people by "@", a quote by one key.</summary>
public sealed class InsertTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Seven_keys_take_answer_by_macro_resolve_and_land_on_the_next()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        await SaveAsync(agent, "macros", new { name = "Restart first", reply = "Dear {{requester.first_name}}, turn it off and on.", change = new { priority = "low" } });
        var next = await site.FileAsync(priya, "The next one");
        var ticket = await site.FileAsync(priya, "The first one");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue?view=unassigned");
        await page.GetByRole(AriaRole.Link, new() { Name = "The first one" }).ClickAsync();
        await page.MustComeToAsync($"**{ticket.Url}");

        await page.Keyboard.PressAsync("i");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Taken.");
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("r");
        var reply = page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to Priya Raman" });
        await Expect(reply).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("/re");
        await Expect(page.GetByRole(AriaRole.Option, new() { Name = "Restart first" })).ToHaveAttributeAsync("aria-selected", "true");
        await page.MustFindNothingAsync("the menu of macros");
        await page.Keyboard.PressAsync("Enter");
        await Expect(reply).ToHaveValueAsync("Dear Priya, turn it off and on.");
        await Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "With the macro “Restart first”: Set priority to low" })).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("Control+Shift+Enter");

        await page.MustComeToAsync($"**{next.Url}");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Reply sent to Priya. Resolved.");
        var after = await site.LookAsync(agent, ticket);
        Assert.Equal(("resolved", "low"), (after.Text("status"), after.Text("priority")));
    }

    [Fact]
    public async Task People_and_answers_are_offered_in_a_note_and_macros_are_not()
    {
        var (agent, priya) = (await site.AgentAsync("Ole Berg"), await site.EmployeeAsync());
        await site.AgentAsync("Mia Holm");
        await SaveAsync(agent, "macros", new { name = "Close it", reply = "Closed." });
        await SaveAsync(agent, "canned-answers", new { name = "Closing words", body = "Good bye." });
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        await page.Keyboard.PressAsync("n");
        var note = page.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" });
        var offered = page.GetByRole(AriaRole.Listbox);
        await page.Keyboard.TypeAsync("Ask @ho");
        await offered.GetByRole(AriaRole.Option, new() { Name = "Mia Holm" }).ClickAsync();
        await Expect(note).ToHaveValueAsync("Ask @Mia Holm ");
        await page.Keyboard.TypeAsync("\n/clo");
        await Expect(offered.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Tab");
        await Expect(note).ToHaveValueAsync("Ask @Mia Holm \nGood bye.");

        // Esc closes the menu alone, and a path is no wish for one.
        await page.Keyboard.TypeAsync("\n/clo");
        await Expect(offered.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Escape");
        await Expect(offered.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await Expect(note).ToBeFocusedAsync();
        Assert.EndsWith(ticket.Url, page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_selected_is_quoted_by_one_key()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya, "Quote me");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        await page.GetByText("It smokes.").DblClickAsync(new() { Position = new() { X = 25, Y = 8 } });
        await page.Keyboard.PressAsync("q");
        await Expect(page.Locator("#reply textarea")).ToHaveValueAsync("> smokes\n\n");
        await Expect(page.Locator("#reply textarea")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task One_key_takes_a_change_of_a_field_back_and_one_button_shows_the_text_as_it_will_look()
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url, new() { WaitUntil = WaitUntilState.Load });
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" }).SelectOptionAsync("urgent");
        await Expect(page.GetByText("You changed priority.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("a ticket with a change to take back");
        await page.EvaluateAsync("document.activeElement.blur()");
        await page.Keyboard.PressAsync("z");
        await Expect(page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" })).ToHaveValueAsync("medium");
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Priority changed to medium.");

        // A page anew: its keys work when its scripts have begun.
        await page.WaitForLoadStateAsync();
        await page.Keyboard.PressAsync("r");
        await page.Keyboard.TypeAsync("It is **done**.");
        var preview = page.Locator("#reply").GetByRole(AriaRole.Button, new() { Name = "Preview" });
        await preview.ClickAsync();
        await Expect(page.Locator("#reply .preview strong")).ToHaveTextAsync("done");
        await page.MustFindNothingAsync("the preview of a text");
        await preview.ClickAsync();
        await Expect(page.Locator("#reply textarea")).ToHaveValueAsync("It is **done**.");
    }

    private async Task SaveAsync(Person agent, string what, object body)
    {
        using var api = new HttpClient { BaseAddress = site.Address };
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", agent.Token);
        (await api.PostAsJsonAsync($"/api/v1/admin/{what}", body)).EnsureSuccessStatusCode();
    }
}
