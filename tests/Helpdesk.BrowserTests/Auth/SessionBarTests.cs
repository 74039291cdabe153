using Helpdesk.Auth.Data;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Auth;

/// <summary>Who has a page open hears in time that the session ends, and goes on with one press.</summary>
public sealed class SessionBarTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task A_session_about_to_end_says_so_and_goes_on_with_one_press()
    {
        var person = await site.EmployeeAsync();
        await LiveAsync(person, idle: TimeSpan.FromMinutes(1), whole: TimeSpan.FromHours(1));
        var page = await site.OpenAsync(person);
        await page.GotoAsync("/kb");
        var stay = page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" });
        await Expect(stay).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the session bar");

        await LiveAsync(person, idle: TimeSpan.FromMinutes(30), whole: TimeSpan.FromHours(1));
        await stay.ClickAsync();
        await Expect(stay).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_that_may_live_no_longer_says_that_too()
    {
        var person = await site.EmployeeAsync();
        await LiveAsync(person, idle: TimeSpan.FromHours(1), whole: TimeSpan.FromMinutes(1));
        var page = await site.OpenAsync(person);
        await page.GotoAsync("/kb");
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay signed in" }).ClickAsync();
        await Expect(page.GetByText("This session cannot be made longer.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_bar_lies_above_the_queue_and_leaves_it_its_width()
    {
        var person = await site.AgentAsync();
        var page = await site.OpenAsync(person);
        await page.GotoAsync("/queue", new() { WaitUntil = WaitUntilState.Load });
        var main = page.GetByRole(AriaRole.Main);
        var width = (await main.BoundingBoxAsync())!.Width;

        await LiveAsync(person, idle: TimeSpan.FromMinutes(1), whole: TimeSpan.FromHours(1));
        await page.ReloadAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        await Expect(page.GetByText("You are offline.")).ToBeVisibleAsync();
        Assert.Equal(width, (await main.BoundingBoxAsync())!.Width);
    }

    private Task LiveAsync(Person person, TimeSpan idle, TimeSpan whole) => site.WithAsync<AuthDbContext>(db => db.Sessions
        .Where(session => session.UserId == person.Id)
        .ExecuteUpdateAsync(set => set
            .SetProperty(session => session.IdleFor, idle)
            .SetProperty(session => session.LastSeenAt, site.Clock.GetUtcNow())
            .SetProperty(session => session.ExpiresAt, site.Clock.GetUtcNow() + whole)));
}
