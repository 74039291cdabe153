using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Where no stream of events gets through, pages ask for the same news; where nothing gets through, they say so.</summary>
public sealed class FallbackTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Paused = "Live updates paused. Reconnecting…";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_a_stream_the_page_asks_and_nothing_is_missed(bool isRefused)
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var page = await site.OpenAsync(ana);
        // A proxy that refuses the stream, or one that keeps what flows through it to itself.
        await page.RouteAsync("**/events", async route =>
        {
            if (isRefused)
            {
                await route.FulfillAsync(new() { Status = 502 });
            }
        });
        await page.Clock.InstallAsync();
        await page.GotoAsync("/queue?view=open");
        var subject = isRefused ? "The lamp is dark" : "The boat leaks";
        await site.FileAsync(requester, subject);
        await page.Clock.FastForwardAsync(6_000);
        await Expect(page.GetByText("1 ticket is new or changed.")).ToBeVisibleAsync();
        await Expect(page.GetByText(Paused)).ToBeHiddenAsync();
        await site.FileAsync(requester, "Another");
        await page.Clock.FastForwardAsync(16_000);
        await Expect(page.GetByText("2 tickets are new or changed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_broken_line_is_told_after_five_seconds_and_what_was_missed_comes_after_it()
    {
        var (requester, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"));
        var page = await site.OpenAsync(ana);
        var isBroken = true;
        foreach (var url in new[] { "**/events", "**/tickets/changes*" })
        {
            await page.RouteAsync(url, route => isBroken ? route.AbortAsync("connectionreset") : route.ContinueAsync());
        }

        await page.Clock.InstallAsync();
        await page.GotoAsync("/queue?view=open");
        await Expect(page.GetByText(Paused)).ToHaveCountAsync(0);
        await page.Clock.FastForwardAsync(4_000);
        await Expect(page.GetByText(Paused)).ToHaveCountAsync(0);
        await page.Clock.FastForwardAsync(2_000);
        await Expect(page.GetByText(Paused)).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the queue without live updates");

        await site.FileAsync(requester, "The rope is short");
        isBroken = false;
        await page.Clock.FastForwardAsync(16_000);
        await Expect(page.GetByText("1 ticket is new or changed.")).ToBeVisibleAsync();
        await Expect(page.GetByText(Paused)).ToBeHiddenAsync();
    }
}
