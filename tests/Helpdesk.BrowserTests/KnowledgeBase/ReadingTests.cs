using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform.Settings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>Finding and reading answers as people do it.</summary>
public sealed class ReadingTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private static readonly BrowserNewContextOptions WithoutScript = new() { JavaScriptEnabled = false };

    [Fact]
    public async Task What_is_found_shows_while_one_types_and_a_late_answer_never_wins()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        await site.WriteAsync(author, new NewItem("Kettledrum skins", "How to stretch them.") { Category = "Drums", Tags = ["skin"] });
        await site.WriteAsync(author, new NewItem("Snare wires", "How to tighten a snare.") { Category = "Drums" });
        var page = await site.OpenAsync(reader);
        var (asked, late, answered) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync("**/kb/search?q=kettledrum", async route =>
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
        await page.GotoAsync("/kb/search", new() { WaitUntil = WaitUntilState.Load });
        var field = page.GetByRole(AriaRole.Searchbox, new() { Name = "Search the knowledge base" });
        await field.FillAsync("kettledrum");
        await asked.Task;
        await field.FillAsync("snare");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Snare wires" })).ToBeVisibleAsync();
        late.SetResult();
        await answered.Task;
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Kettledrum skins" })).ToHaveCountAsync(0);
        await Expect(page).ToHaveURLAsync($"{site.Address}kb/search?q=snare");
        await Expect(page.GetByText("1 answer", new() { Exact = true })).ToBeAttachedAsync();
        await page.MustFindNothingAsync("what was found");
        await page.SetViewportSizeAsync(320, 640);
        await page.MustFitAsync("what was found");
        await page.GotoAsync("/kb/search?q=xylqzt");
        await page.MustFindNothingAsync("nothing found");
    }

    [Fact]
    public async Task An_article_is_found_from_home_with_its_letters_and_two_keys()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        await site.WriteAsync(author, new NewItem("Gong stands", "Where they stand."));
        var page = await site.OpenAsync(reader);
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Load });
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("gon");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Gong stands" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task An_item_is_read_in_both_themes_on_a_small_screen_and_without_script()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Read a marimba", "Bar by bar.", "# One\n\nText.\n\n# Two\n\n```\nmake sound\n```\n\n# Three\n\n| a | b |\n| --- | --- |\n| 1 | 2 |") { Category = "Marimbas", Tags = ["bars"] });
        await site.WriteAsync(author, new NewItem(new string('m', 500), new string('s', 1_000)));
        await site.WriteAsync(author, new NewItem("Another marimba") { Category = "Marimbas", Tags = ["bars"] });
        var page = await site.OpenAsync(reader, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        await page.GotoAsync(item.Page, new() { WaitUntil = WaitUntilState.Load });
        await page.MustFindNothingAsync("the item");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy", Exact = true }).MustCopyAsync("make sound\n");
        await Expect(page.GetByText("Copied.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Contents" }).GetByRole(AriaRole.Link, new() { Name = "Three" }).ClickAsync();
        await Expect(page).ToHaveURLAsync($"{site.Address}kb/{item.Slug}#part-three");

        var group = page.GetByRole(AriaRole.Group, new() { Name = "Did this help?" });
        await group.GetByRole(AriaRole.Button, new() { Name = "No" }).ClickAsync();
        await page.GetByLabel("What was missing?").FillAsync("The mallets.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("What was missing?")).ToHaveValueAsync("The mallets.");
        await page.MustFindNothingAsync("the item with feedback");
        await page.SetViewportSizeAsync(320, 640);
        await page.MustFitAsync("the item");
        await page.GotoAsync("/kb");
        await page.MustFitAsync("the home page");
        await page.MustFindNothingAsync("the home page");

        var plain = await site.OpenAsync(reader, WithoutScript);
        await plain.GotoAsync("/kb");
        await plain.GetByRole(AriaRole.Searchbox, new() { Name = "Search the knowledge base" }).FillAsync("marimba");
        await plain.Keyboard.PressAsync("Enter");
        await plain.MustComeToAsync("**/kb/search?q=marimba");
        await plain.GetByRole(AriaRole.Link, new() { Name = "Read a marimba" }).ClickAsync();
        await Expect(plain.GetByRole(AriaRole.Article)).ToContainTextAsync("make sound");
        await plain.GetByRole(AriaRole.Button, new() { Name = "Yes" }).ClickAsync();
        await Expect(plain.GetByText("Thank you.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_video_of_another_site_is_asked_for_only_after_a_click()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Watch a washboard") { Type = ItemType.Video, VideoUrl = "https://youtu.be/dQw4w9WgXcQ" });
        var page = await site.OpenAsync(reader);
        var strangers = new List<string>();
        await page.RouteAsync("https://www.youtube-nocookie.com/**", async route =>
        {
            strangers.Add(route.Request.Url);
            await route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Player</title>" });
        });
        await page.GotoAsync(item.Page, new() { WaitUntil = WaitUntilState.Load });
        await page.MustFindNothingAsync("the offer of a video");
        Assert.Empty(strangers);
        await page.GetByRole(AriaRole.Button, new() { Name = "Load the video from YouTube" }).ClickAsync();
        await Expect(page.Locator("iframe[title='Watch a washboard']")).ToBeVisibleAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('iframe') !== null");
        await Expect(page.FrameLocator("iframe").Locator("html")).ToBeAttachedAsync();
        Assert.Single(strangers);
    }

    [Fact]
    public async Task While_a_ticket_is_written_an_answer_is_three_keys_away()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        await site.WriteAsync(author, new NewItem("Bongo heads", "A bongo head tears when it is dry.", "Wet it." + string.Concat(Enumerable.Repeat("\n\nAgain.", 60))));
        var page = await site.OpenAsync(reader);
        await page.GotoAsync("/tickets/new", new() { WaitUntil = WaitUntilState.Load });
        await page.Keyboard.TypeAsync("bongo");
        var region = page.GetByRole(AriaRole.Region, new() { Name = "Maybe this helps" });
        await Expect(region).ToContainTextAsync("A bongo head tears");
        await Expect(page.GetByLabel("Subject")).ToBeFocusedAsync();
        await page.MustFindNothingAsync("a new ticket with answers");
        await page.SetViewportSizeAsync(320, 640);
        await page.MustFitAsync("a new ticket with answers");
        await page.SetViewportSizeAsync(1280, 800);

        // The answer opens beside what was typed, and goes with the ticket when it does not help.
        await region.GetByRole(AriaRole.Link, new() { Name = "Bongo heads" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Dialog, new() { Name = "Bongo heads" });
        await Expect(panel).ToContainTextAsync("Wet it.");
        await Expect(panel.GetByRole(AriaRole.Heading, new() { Name = "Bongo heads" })).ToBeInViewportAsync();
        await page.MustFindNothingAsync("an answer beside the form");
        await page.Keyboard.PressAsync("Escape");
        await Expect(panel).ToHaveCountAsync(0);
        await Expect(page.GetByLabel("Subject")).ToHaveValueAsync("bongo");
        await Expect(page.Locator("input[name='Form.Read']")).ToHaveCountAsync(1);

        await page.GetByLabel("Subject").FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Glad that helped." })).ToBeVisibleAsync();
        await page.MustFindNothingAsync("a ticket that was not filed");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(page.GetByLabel("Subject")).ToHaveValueAsync("bongo");
    }

    [Fact]
    public async Task Who_is_not_signed_in_reads_where_it_is_open()
    {
        var author = await site.AgentAsync();
        var item = await site.WriteAsync(author, new NewItem("Open triangle", "For all.", "# A\n\n# B\n\n# C"));
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(ReaderRule.AnonymousReading, "true", null, CancellationToken.None));
        var page = await site.OpenAsync();
        foreach (var url in new[] { "/kb", "/kb/search?q=triangle", item.Page })
        {
            await page.SetViewportSizeAsync(1280, 800);
            await page.GotoAsync(url, new() { WaitUntil = WaitUntilState.Load });
            await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
            await page.MustFindNothingAsync($"{url}, not signed in");
            await page.SetViewportSizeAsync(320, 640);
            await page.MustFitAsync($"{url}, not signed in");
        }

        Assert.Empty(await page.Context.CookiesAsync());
    }
}
