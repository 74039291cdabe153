using System.Collections.Concurrent;
using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Helpdesk.BrowserTests.KnowledgeBase;

/// <summary>What every test of the editor does: open it, press its buttons, look at what is sent.</summary>
public abstract class EditorJourney(EditorSite site) : IClassFixture<EditorSite>
{
    private readonly ConcurrentQueue<string> problems = new();

    protected EditorSite Site { get; } = site;

    protected static ILocator Tool(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    protected async Task<(IPage Page, ILocator Text)> WriteAsync(string body)
    {
        var (page, text) = await OpenAsync(body);
        await Expect(text).ToBeVisibleAsync();
        return (page, text);
    }

    protected async Task<(IPage Page, ILocator Text)> OpenAsync(string body)
    {
        Site.Body = body;
        var page = await Site.OpenAsync();
        page.Console += (_, message) =>
        {
            // An answer that is no success is one too; what the content security policy forbids must not be tried.
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                problems.Enqueue(message.Text);
            }
        };
        await page.GotoAsync(EditorSite.Page);
        return (page, page.GetByRole(AriaRole.Textbox, new() { Name = "Body" }).And(page.Locator("[contenteditable]")));
    }

    protected async Task<string> SentAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.MustComeToAsync("**" + EditorSite.Page);
        await Eventually.TrueAsync("the form is sent", () => Task.FromResult(Site.Posts.Any(post => post.Path.EndsWith("/save", StringComparison.Ordinal))));
        var sent = Site.Posts.Last(post => post.Path.EndsWith("/save", StringComparison.Ordinal));
        Site.Posts.Clear();
        Assert.Empty(problems);
        return sent.Fields["Body"];
    }
}
