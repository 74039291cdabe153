using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.Tickets;

/// <summary>Articles where one writes: offered beside the ticket, inserted by a few keys, made of a solved ticket by a few more.</summary>
public sealed class ArticleTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task Five_keys_put_the_link_of_an_article_into_the_reply_and_one_more_its_text()
    {
        var (agent, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var article = await site.ArticleAsync(agent, "Quokka feeding by hand", "Give it *leaves*.");
        var ticket = await site.FileAsync(priya, "The quokka does not eat");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        var offers = page.GetByRole(AriaRole.Region, new() { Name = "Articles that may help" });
        await offers.ScrollIntoViewIfNeededAsync();
        await Expect(offers.GetByRole(AriaRole.Link, new() { Name = article.Title })).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("r");
        var reply = page.GetByRole(AriaRole.Textbox, new() { Name = "Reply to Priya Raman" });
        await Expect(reply).ToBeFocusedAsync();

        await page.Keyboard.TypeAsync("/quo");
        var offered = page.GetByRole(AriaRole.Option, new() { Name = article.Title });
        await Expect(offered).ToHaveAttributeAsync("aria-selected", "true");
        await page.MustFindNothingAsync("the menu of articles");
        await page.Keyboard.PressAsync("Enter");
        await Expect(reply).ToHaveValueAsync(new System.Text.RegularExpressions.Regex($@"^\[Quokka feeding by hand\]\(http://.*/kb/{article.Slug}\)$"));

        await reply.FillAsync("");
        await page.Keyboard.TypeAsync("/quo");
        await Expect(offered).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Shift+Enter");
        await Expect(reply).ToHaveValueAsync(new System.Text.RegularExpressions.Regex(@"^Give it \*leaves\*\.\n\n\[Quokka"));
    }

    [Fact]
    public async Task Two_clicks_make_an_article_of_a_solved_ticket()
    {
        var (agent, priya) = (await site.AgentAsync("Ole Berg"), await site.EmployeeAsync("Mona Lund"));
        var ticket = await site.FileAsync(priya, "Scanner squeaks");
        await site.SayAsync(agent, ticket, "Oil it.", status: "resolved");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync(ticket.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Make article" }).ClickAsync();
        await page.MustComeToAsync("**/kb/manage/*");
    }
}
