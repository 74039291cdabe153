using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>What agents look at all day: each page and state with axe in both themes, and on the narrowest screen.</summary>
public sealed class AgentPagesTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly BrowserNewContextOptions Narrow = new() { ViewportSize = new() { Width = 320, Height = 640 } };

    [Fact]
    public async Task A_canned_answer_goes_behind_what_is_typed()
    {
        var (requester, agent) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue/answers");
        await page.MustFindNothingAsync("no canned answers");
        await page.GetByRole(AriaRole.Link, new() { Name = "New answer" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Turn it off");
        await page.GetByLabel("Text", new() { Exact = true }).FillAsync("Dear {{requester.first_name}}, turn it off.");
        await page.MustFindNothingAsync("a new canned answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Expect(page.GetByText("Saved.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("canned answers");

        await page.GotoAsync(ticket.Url, new() { WaitUntil = WaitUntilState.Load });
        await page.Keyboard.PressAsync("r");
        await page.Locator("#reply textarea").FillAsync("Hello!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Canned answers" }).ClickAsync();
        await Expect(page.GetByText("Dear Priya, turn it off.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("insert a canned answer");
        await page.SetViewportSizeAsync(320, 800);
        await page.MustFitAsync("insert a canned answer");
        await page.GetByRole(AriaRole.Button, new() { Name = "Insert Turn it off" }).ClickAsync();
        await Expect(page.Locator("#reply textarea")).ToHaveValueAsync("Hello!\n\nDear Priya, turn it off.");
        await page.MustFitAsync("the composer with an answer");
    }

    [Fact]
    public async Task A_page_fits_while_its_scripts_have_not_come()
    {
        var (requester, agent) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var page = await site.OpenAsync(agent, Narrow);
        await page.RouteAsync("**/*.js*", route => route.AbortAsync());
        foreach (var url in (string[])["/queue", ticket.Url, "/tickets/new"])
        {
            await page.GotoAsync(url);
            await page.MustFitAsync($"{url} without its scripts");
        }
    }

    [Fact]
    public async Task A_filter_that_is_not_understood_says_so_while_one_types_on()
    {
        var page = await site.OpenAsync(await site.AgentAsync());
        await page.GotoAsync("/queue", new() { WaitUntil = WaitUntilState.Load });
        var filter = page.GetByRole(AriaRole.Textbox, new() { Name = "Filter", Exact = true });
        await filter.PressSequentiallyAsync("asignee:me");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Did you mean assignee?");
        await Expect(filter).ToBeFocusedAsync();
        await page.MustFindNothingAsync("a filter that is not understood");
        await filter.FillAsync("assignee:me");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeHiddenAsync();
        Assert.Contains("assignee%3Ame", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_queue_in_all_its_states()
    {
        var agent = await site.AgentAsync("Dana Kim");
        var priya = await site.EmployeeAsync("Maximiliane von Hohenlohe-Schillingsfürst");
        await site.FileAsync(priya, new string('W', 500));
        var urgent = await site.FileAsync(priya, "Access to the shared folder “Finance 2027”");
        await site.ChangeAsync(agent, urgent, new { priority = "urgent", status = "waiting_on_employee" });

        await LookAsync(agent, "the queue", "/queue?view=open");
        await LookAsync(agent, "the filtered queue", "/queue?view=open&q=shared&status=waiting_on_employee&priority=urgent");
        await LookAsync(agent, "nothing matches", "/queue?view=open&q=prnter&category=Network&assignee=none");
        await LookAsync(agent, "all done", "/queue?view=mine");
        await LookAsync(agent, "a list that there is not", "/queue?view=open&sort=colour");
    }

    [Fact]
    public async Task The_ticket_in_all_its_states()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await StoryAsync(agent, priya);

        await LookAsync(agent, "the ticket", ticket.Url);
        await LookAsync(agent, "the reply", ticket.Url, page => page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync());
        await LookAsync(agent, "the note", ticket.Url, page => page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true }).ClickAsync());
        await LookAsync(agent, "the unfolded changes", ticket.Url, async page =>
        {
            foreach (var fold in await page.Locator("details.fold > summary").AllAsync())
            {
                await fold.ClickAsync();
            }
        });
        await LookAsync(agent, "the menu", ticket.Url, page => page.GetByRole(AriaRole.Button, new() { Name = "More actions" }).ClickAsync());
        var closed = await site.FileAsync(priya);
        await site.ChangeAsync(agent, closed, new { status = "closed" });
        await LookAsync(agent, "the closed ticket", closed.Url);
    }

    [Fact]
    public async Task What_was_not_sent_or_saved()
    {
        var (agent, ana, priya) = (await site.AgentAsync("Dana Kim"), await site.AgentAsync("Ana Silva"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await StoryAsync(agent, priya);

        await LookAsync(agent, "the stale reply", ticket.Url, async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Reply", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" }).FillAsync("Comes at 15:00.");
            await site.SayAsync(ana, ticket, "The technician is on the way.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Ana Silva answered meanwhile. Read it, then choose." })).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to" })).ToHaveValueAsync("Comes at 15:00.");
        });
        await LookAsync(agent, "the empty note", ticket.Url, async page =>
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Note", Exact = true }).ClickAsync();
            await page.GetByRole(AriaRole.Textbox, new() { Name = "Internal note" }).FillAsync(" ");
            await page.GetByRole(AriaRole.Button, new() { Name = "Save note" }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "There is a problem" })).ToBeVisibleAsync();
        });
        await LookAsync(agent, "the contested field", ticket.Url, async page =>
        {
            var mine = await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" }).InputValueAsync() == "low" ? "medium" : "low";
            await site.ChangeAsync(ana, ticket, new { priority = mine == "low" ? "high" : "urgent" });
            await page.GetByRole(AriaRole.Combobox, new() { Name = "Priority" }).SelectOptionAsync(mine);
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Someone was faster" })).ToBeVisibleAsync();
            await site.ChangeAsync(ana, ticket, new { priority = "medium" });
        });
    }

    private async Task<FiledTicket> StoryAsync(Person agent, Person requester)
    {
        var ticket = await site.FileAsync(requester, description: "It smokes.\n\n| When | What |\n| --- | --- |\n| 08:02 | Paper jam |");
        await site.ChangeAsync(agent, ticket, new { priority = "urgent", category = "Other", tags = (string[])["fire", "third floor"], assigneeId = agent.Id });
        await site.SayAsync(agent, ticket, "Same model as last year: `E-4711`.", kind: "internal");
        await site.SayAsync(agent, ticket, "Thank you.\n\n- Does the **red light** blink?");
        return ticket;
    }

    private async Task LookAsync(Person agent, string what, string url, Func<IPage, Task>? act = null)
    {
        foreach (var options in new[] { null, Narrow })
        {
            var page = await site.OpenAsync(agent, options is null ? null : new BrowserNewContextOptions(options));
            await page.GotoAsync(url);
            if (act is not null)
            {
                await act(page);
            }

            if (options is null)
            {
                await page.MustFindNothingAsync(what);
            }

            await page.MustFitAsync(what);
            await page.Context.CloseAsync();
        }
    }
}
