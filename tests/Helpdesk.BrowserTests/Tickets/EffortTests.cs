using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>How many keys and clicks the daily tasks take, words that one writes left out. More than the promised number fails.</summary>
public sealed class EffortTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_employee_files_a_ticket_with_six_keys_and_sees_its_state_with_none()
    {
        var person = await site.EmployeeAsync();
        var page = await site.OpenAsync(person);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        var hands = new Hands(page);
        await hands.PressAsync("c");
        await Expect(page.GetByLabel("Subject")).ToBeFocusedAsync();
        await page.WaitForLoadStateAsync();
        await page.Keyboard.TypeAsync("The door is stuck");
        await hands.PressAsync("Tab", "Space", "Tab", "Tab");
        await Expect(page.GetByLabel("Description")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("It does not open.");
        await hands.PressAsync("Control+Enter");
        await page.MustComeToAsync("**/t/*");
        Assert.InRange(hands.Keys, 1, 6);
        await page.GotoAsync("/");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Your tickets" })).ToContainTextAsync("We got it");
    }

    [Fact]
    public async Task An_employee_files_a_ticket_with_three_clicks()
    {
        var page = await site.OpenAsync(await site.EmployeeAsync());
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        var hands = new Hands(page);
        await hands.ClickAsync(page.GetByRole(AriaRole.Link, new() { Name = "New ticket" }).First);
        await Expect(page.GetByLabel("Subject")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("The door is stuck");
        await hands.ClickAsync(page.GetByRole(AriaRole.Radio, new() { Name = "Hardware" }));
        await page.GetByLabel("Description").FillAsync("It does not open.");
        await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Send" }));
        await page.MustComeToAsync("**/t/*");
        Assert.InRange(hands.Clicks, 1, 3);
    }

    [Fact]
    public async Task Ten_tickets_go_to_a_team_with_eight_keys_and_come_back_with_one()
    {
        var agent = await site.AgentAsync();
        var team = await site.TeamAsync("Network", agent);
        var page = await TenAsync(agent, "Cable");
        var hands = new Hands(page);
        await hands.PressAsync("j", "x", "End", "Shift+x", "a", "n", "e", "Enter");
        await Expect(page.GetByText("10 tickets changed.")).ToBeVisibleAsync();
        Assert.InRange(hands.Keys, 1, 8);
        Assert.Equal(10, await TeamsAsync(team));
        hands = new Hands(page);
        await page.WaitForLoadStateAsync();
        await hands.PressAsync("z");
        await Expect(page.GetByText("Taken back.")).ToBeVisibleAsync();
        Assert.Equal((1, 0), (hands.Keys, await TeamsAsync(team)));
    }

    [Fact]
    public async Task Ten_tickets_go_to_a_team_with_six_clicks_and_come_back_with_one()
    {
        var agent = await site.AgentAsync();
        var team = await site.TeamAsync("Storage", agent);
        var page = await TenAsync(agent, "Disk");
        var hands = new Hands(page);
        var boxes = page.GetByRole(AriaRole.Checkbox, new() { Name = "Select ticket" });
        await hands.ClickAsync(boxes.First);
        await hands.ClickAsync(boxes.Nth(9), new() { Modifiers = [KeyboardModifier.Shift] });
        await hands.ChooseAsync(page.GetByLabel("Assign", new() { Exact = true }), "Storage");
        await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Change", Exact = true }));
        await Expect(page.GetByText("10 tickets changed.")).ToBeVisibleAsync();
        Assert.InRange(hands.Clicks, 1, 6);
        hands = new Hands(page);
        await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Undo" }));
        await Expect(page.GetByText("Taken back.")).ToBeVisibleAsync();
        Assert.Equal((1, 0), (hands.Clicks, await TeamsAsync(team)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Two_duplicates_become_one_with_eight_keys_or_five_clicks(bool byKeys)
    {
        var (agent, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var word = byKeys ? "Twin" : "Pair";
        var (first, _) = (await site.FileAsync(priya, $"{word} one"), await site.FileAsync(priya, $"{word} two"));
        var page = await site.OpenAsync(agent);
        await page.GotoAsync($"/queue?q={word}", new() { WaitUntil = WaitUntilState.Load });
        var hands = new Hands(page);
        if (byKeys)
        {
            await hands.PressAsync("j", "x", "j", "x", "Shift+M");
            await Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Merge into #{first.Number}" })).ToBeFocusedAsync();
            await hands.PressAsync("Enter");
        }
        else
        {
            var boxes = page.GetByRole(AriaRole.Checkbox, new() { Name = "Select ticket" });
            await hands.ClickAsync(boxes.First);
            await hands.ClickAsync(boxes.Last);
            await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Merge", Exact = true }));
            await page.MustFindNothingAsync("the question before a merge");
            await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = $"Merge into #{first.Number}" }));
        }

        await page.MustComeToAsync($"**{first.Url}");
        Assert.InRange(hands.Keys, 0, 8);
        Assert.InRange(hands.Clicks, 0, 5);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_filter_becomes_a_view_of_the_team_with_five_keys_or_three_clicks(bool byKeys)
    {
        var agent = await site.AgentAsync();
        await site.TeamAsync(byKeys ? "Keys" : "Clicks", agent);
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/queue?status=open&tag=vpn", new() { WaitUntil = WaitUntilState.Load });
        var hands = new Hands(page);
        if (byKeys)
        {
            await hands.PressAsync("Shift+V");
        }
        else
        {
            await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save view" }));
        }

        await Expect(page.GetByLabel("Name")).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Open VPN");
        if (byKeys)
        {
            await hands.PressAsync("Tab", "ArrowDown", "Enter");
        }
        else
        {
            await hands.ClickAsync(page.GetByRole(AriaRole.Radio, new() { Name = "Team Clicks" }));
            await hands.ClickAsync(page.GetByRole(AriaRole.Button, new() { Name = "Save view" }));
        }

        await Expect(page.GetByRole(AriaRole.Navigation, new() { Name = "Views" })).ToContainTextAsync("Open VPN");
        Assert.InRange(hands.Keys, 0, 5);
        Assert.InRange(hands.Clicks, 0, 3);
    }

    private async Task<IPage> TenAsync(Person agent, string word)
    {
        var requester = await site.EmployeeAsync();
        for (var number = 0; number < 10; number++)
        {
            await site.FileAsync(requester, $"{word} {number}");
        }

        var page = await site.OpenAsync(agent);
        await page.GotoAsync($"/queue?view=unassigned&q={word}", new() { WaitUntil = WaitUntilState.Load });
        return page;
    }

    private async Task<int> TeamsAsync(Guid team) => await site.WithAsync<Helpdesk.Tickets.Data.TicketsDbContext, int>(db =>
        Task.FromResult(db.Tickets.Count(ticket => ticket.TeamId == team)));

    /// <summary>Counts what hands do.</summary>
    private sealed class Hands(IPage page)
    {
        public int Keys { get; private set; }

        public int Clicks { get; private set; }

        public async Task PressAsync(params string[] keys)
        {
            foreach (var key in keys)
            {
                Keys++;
                await page.Keyboard.PressAsync(key);
            }
        }

        public Task ClickAsync(ILocator what, LocatorClickOptions? options = null)
        {
            Clicks++;
            return what.ClickAsync(options);
        }

        /// <summary>One click opens the list, one takes the line.</summary>
        public async Task ChooseAsync(ILocator list, string line)
        {
            Clicks += 2;
            await list.SelectOptionAsync(new SelectOptionValue { Label = line });
        }
    }
}
