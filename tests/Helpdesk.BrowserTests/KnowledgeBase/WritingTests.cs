using System.Text.RegularExpressions;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>The way of an article on the team's own pages: written, kept by itself, published, read.</summary>
public sealed class WritingTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    [Fact]
    public async Task An_article_is_kept_while_it_is_written_and_readers_see_it_once_it_is_published()
    {
        var (agent, reader) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync("Priya Raman"));
        var article = await site.ArticleAsync(agent, "Feed the llama", "Give it hay.", isDraft: true, summary: "What a llama eats.");
        var page = await site.OpenAsync(agent);
        await page.GotoAsync($"/kb/manage/{article.Id}");
        var body = page.GetByRole(AriaRole.Textbox, new() { Name = "Body" }).And(page.Locator("[contenteditable]"));
        await Expect(body).ToHaveCountAsync(1);
        await Expect(page.GetByLabel("Summary")).ToHaveValueAsync("What a llama eats.");
        await Expect(page.GetByText("18 of 1,000 characters")).ToBeVisibleAsync();
        await page.MustFindNothingAsync("the editor of an article");

        await body.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await page.Keyboard.TypeAsync(" And water.");
        await Expect(page.Locator("[data-autosave-status]")).ToContainTextAsync("Saved");
        await page.ReloadAsync();
        await Expect(body).ToHaveTextAsync("Give it hay. And water.");
        await Expect(page.GetByText("This is your unsaved work")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status).Filter(new() { HasText = "Published." })).ToBeVisibleAsync();
        var readers = await site.OpenAsync(reader);
        await readers.GotoAsync($"/kb/{article.Slug}");
        await Expect(readers.GetByRole(AriaRole.Article)).ToContainTextAsync("Give it hay. And water.");
    }

    [Fact]
    public async Task All_of_it_can_be_done_without_script()
    {
        var agent = await site.AgentAsync("Ole Berg");
        var page = await site.OpenAsync(agent, new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/kb/manage/new");
        await page.GetByLabel("Title").FillAsync("Shear the sheep");
        await page.Locator("main form button").First.ClickAsync();
        await page.MustComeToAsync(new Regex("/kb/manage/[0-9a-f-]{36}"));
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Body" }).FillAsync("With care.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Body" })).ToHaveValueAsync("With care.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Publish anyway" }).ClickAsync();
        await page.GotoAsync("/kb/shear-the-sheep");
        await Expect(page.GetByRole(AriaRole.Article)).ToContainTextAsync("With care.");
    }

    [Theory]
    [InlineData("/kb/manage")]
    [InlineData("/kb/manage/new")]
    [InlineData("/kb/manage/categories")]
    [InlineData("/kb/manage/tags")]
    [InlineData("/kb/manage/upkeep")]
    public async Task The_pages_of_curators_work_for_everybody_and_on_small_screens(string url)
    {
        var agent = await site.AgentAsync();
        await site.ArticleAsync(agent, "Count the chickens", isDraft: true);
        foreach (var width in new[] { 1280, 320 })
        {
            var page = await site.OpenAsync(agent, new BrowserNewContextOptions { ViewportSize = new() { Width = width, Height = 800 } });
            await page.GotoAsync(url);
            await page.MustFindNothingAsync($"{url} at {width}");
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), $"{url} scrolls sideways at {width}.");
        }
    }
}
