using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Search;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>The search as people use it: while they type, by keyboard, and without script.</summary>
public sealed class SearchTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task What_is_found_shows_while_one_types_and_the_address_keeps_it()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Samovar Petrov"));
        await site.FileAsync(priya, "The samovar leaks", "Hot water on the floor.");
        await site.FileAsync(priya, "Toaster sparks");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync("/search", new() { WaitUntil = WaitUntilState.Load });
        await page.MustFindNothingAsync("the empty search");
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

        await page.Keyboard.PressAsync("/");
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("samov");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Tickets" }).GetByRole(AriaRole.Link, new() { Name = "The samovar leaks" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "People" }).GetByRole(AriaRole.Link, new() { Name = "Samovar Petrov" })).ToBeVisibleAsync();
        await Expect(page.GetByText("1 ticket and 1 person")).ToBeAttachedAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}search?q=samov");
        await Expect(page).ToHaveTitleAsync("samov – Search – Helpdesk");
        await page.MustFindNothingAsync("what was found");

        await page.Keyboard.PressAsync("Escape");
        await Expect(field).ToHaveValueAsync("");
        await Expect(page.GetByRole(AriaRole.Region, new() { Name = "Tickets" })).ToHaveCountAsync(0);
        await Expect(field).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(field).Not.ToBeFocusedAsync();

        await field.FillAsync("xylqzt");
        await Expect(page.GetByText("Nothing found for “xylqzt”.")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("nothing found");
        await page.SetViewportSizeAsync(320, 640);
        await page.MustFitAsync("nothing found");
        await page.GotoAsync("/search?q=samovar");
        await page.MustFitAsync("what was found");
    }

    [Fact]
    public async Task A_late_answer_never_takes_the_place_of_a_newer_one()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        await site.FileAsync(priya, "Kettle leaks");
        await site.FileAsync(priya, "Teapot cracked");
        var page = await site.OpenAsync(agent);
        var (asked, late) = (new TaskCompletionSource(), new TaskCompletionSource());
        var answered = new TaskCompletionSource();
        await page.RouteAsync("**/search?q=kettle", async route =>
        {
            var answer = await route.FetchAsync();
            asked.TrySetResult();
            await late.Task;
            try
            {
                await route.FulfillAsync(new() { Response = answer });
            }
            catch (PlaywrightException)
            {
                // The page has given the question up.
            }

            answered.TrySetResult();
        });
        await page.GotoAsync("/search", new() { WaitUntil = WaitUntilState.Load });
        await page.EvaluateAsync("""
            () => new MutationObserver(() => {
              const { dataset } = document.body;
              dataset.seen = `${dataset.seen ?? ''} ${document.getElementById('results').textContent}`;
            }).observe(document.querySelector('main'), { childList: true, subtree: true })
            """);
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" });

        await field.FillAsync("kettle");
        await asked.Task;
        await field.FillAsync("teapot");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Teapot cracked" })).ToBeVisibleAsync();
        late.SetResult();
        await answered.Task;

        // A further question comes and goes behind the late answer.
        await page.RunAndWaitForResponseAsync(() => field.FillAsync("teapot cracked"), answer => answer.Url.Contains("cracked", StringComparison.Ordinal));
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Teapot cracked" })).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}search?q=teapot+cracked");
        var seen = await page.EvaluateAsync<string>("() => document.body.dataset.seen");
        Assert.Contains("Teapot cracked", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Kettle leaks", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_opens_its_ticket_from_anywhere()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var (ticket, here) = (await site.FileAsync(priya, "Wanted"), await site.FileAsync(priya, "Where we are"));
        var page = await site.OpenAsync(agent);
        foreach (var start in new[] { "/queue", "/queue?view=open&status=open", "/", here.Url, "/kb", "/search", "/account/profile", "/notifications" })
        {
            await page.GotoAsync(start, new() { WaitUntil = WaitUntilState.Load });
            await page.Keyboard.PressAsync("/");
            await page.Keyboard.TypeAsync($"{ticket.Number}");
            await page.Keyboard.PressAsync("Enter");
            await page.MustComeToAsync($"**{ticket.Url}");
        }
    }

    [Fact]
    public async Task A_mistyped_word_can_be_looked_for_exactly_and_all_of_it_works_without_script()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var ticket = await site.FileAsync(priya, "Escalator stands still");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.WithAsync<GatherKnownWords>(async gathering =>
        {
            while (await gathering.DoNextAsync(CancellationToken.None))
            {
            }
        });
        foreach (var person in new[] { agent, priya })
        {
            var page = await site.OpenAsync(person, new BrowserNewContextOptions { JavaScriptEnabled = false });
            await page.GotoAsync(ticket.Url);
            await page.GetByRole(AriaRole.Searchbox, new() { Name = "Search" }).FillAsync("escaltor");
            await page.Keyboard.PressAsync("Enter");
            await Expect(page.GetByText("Showing results for escalator.")).ToBeVisibleAsync();
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Escalator stands still" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Search for escaltor" }).ClickAsync();
            await Expect(page.GetByText("Nothing found for “escaltor”.")).ToBeVisibleAsync();
        }

        var looked = await site.OpenAsync(agent);
        await looked.GotoAsync("/search?q=escaltor", new() { WaitUntil = WaitUntilState.Load });
        await looked.MustFindNothingAsync("a mended search");
    }
}
