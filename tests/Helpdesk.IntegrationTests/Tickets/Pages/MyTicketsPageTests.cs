using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets.Pages;

/// <summary>Home and the list of one's own tickets.</summary>
public sealed class MyTicketsPageTests(Site site) : IClassFixture<Site>
{
    private const string Nothing = "Search the knowledge base or tell us what is wrong.";

    [Fact]
    public async Task Home_shows_what_waits_first_and_why()
    {
        var (dana, priya) = (await site.AgentAsync("Dana Kim"), await site.EmployeeAsync());
        var waiting = await site.FileAsync(priya, "Printer on fire");
        await site.SayAsync(dana, waiting, "Which **floor**?", status: "waiting_on_employee");
        site.Clock.Advance(TimeSpan.FromHours(2));
        await site.FileAsync(priya, "VPN");
        var done = await site.FileAsync(priya, "Badge");
        await site.ChangeAsync(dana, done, new { status = "resolved" });

        var browser = site.Browser(priya);
        var page = await browser.PageAsync("/");

        Assert.Equal("How can we help?", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("form[role=search][action='/kb/search'] input[type=search][aria-label=Search]"));
        Assert.Equal(["Printer on fire", "VPN"], Subjects(page));
        var first = page.QuerySelector(".ticket-card")!;
        Assert.Equal("Dana Kim asked you a question 2 h ago", first.QuerySelector(".why")!.TextContent);
        Assert.Contains("Which floor?", first.TextContent, StringComparison.Ordinal);
        Assert.Contains("New answer", first.TextContent, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll(".why"));

        await browser.PageAsync(waiting.Url);
        Assert.DoesNotContain("New answer", (await browser.PageAsync("/")).QuerySelector(".ticket-card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_has_words_for_the_first_use_and_for_all_done()
    {
        var (dana, priya) = (await site.AgentAsync(), await site.EmployeeAsync());
        var browser = site.Browser(priya);
        var first = await browser.PageAsync("/");
        Assert.Equal(["You have no tickets.", Nothing], first.QuerySelectorAll(".empty p").Select(text => text.TextContent));

        var ticket = await site.FileAsync(priya);
        await site.ChangeAsync(dana, ticket, new { status = "resolved" });
        var done = await browser.PageAsync("/");
        Assert.Null(done.QuerySelector(".empty"));
        Assert.Contains("Nothing waits for you.", done.QuerySelector("[aria-labelledby=your-tickets]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_box_holds_its_own()
    {
        var (dana, priya, jonas) = (await site.AgentAsync(), await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"));
        var browser = site.Browser(priya);
        Assert.Equal(["You have no tickets.", Nothing], (await browser.PageAsync("/tickets")).QuerySelectorAll(".empty p").Select(text => text.TextContent));
        var waiting = await site.FileAsync(priya, "Waits");
        await site.ChangeAsync(dana, waiting, new { status = "waiting_on_employee" });
        var done = await site.FileAsync(priya, "Done");
        await site.ChangeAsync(dana, done, new { status = "closed" });
        await site.FileAsync(priya, "Open");
        using var copied = await site.Browser(jonas).SubmitAsync(
            "/tickets/new", "#new-ticket", ("Form.Subject", "Copied"), ("Form.Category", "Other"), ("Form.Description", "Look."), ("Form.Participants", priya.Email));

        var page = await browser.PageAsync("/tickets");
        Assert.Equal(["Waiting for you 1", "Open 2", "Done", "Copied in"], page.QuerySelectorAll("nav.tabs a").Select(tab => tab.TextContent.Trim()));
        Assert.Equal("/tickets?box=open", page.QuerySelector("nav.tabs [aria-current=page]")!.GetAttribute("href"));
        Assert.Equal(["Open", "Waits"], Subjects(page));
        Assert.Equal(["Waits"], Subjects(await browser.PageAsync("/tickets?box=waiting")));
        Assert.StartsWith("We need your answer ", (await browser.PageAsync("/tickets?box=waiting")).QuerySelector(".why")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Done"], Subjects(await browser.PageAsync("/tickets?box=done")));
        Assert.Equal(["Copied"], Subjects(await browser.PageAsync("/tickets?box=copied")));
        var other = await site.Browser(jonas).PageAsync("/tickets?box=waiting");
        Assert.Equal("Nothing waits for you.", other.QuerySelector(".empty p")!.TextContent);
    }

    [Fact]
    public async Task Search_finds_words_in_a_box_and_says_when_it_does_not()
    {
        var priya = await site.EmployeeAsync();
        var ticket = await site.FileAsync(priya, "Printer on fire", "It smokes on the third floor.");
        await site.FileAsync(priya, "VPN");
        var browser = site.Browser(priya);

        using var found = await browser.SubmitAsync("/tickets?box=open", "main form[role=search]", ("q", "third floor"));
        Assert.Equal(["Printer on fire"], Subjects(await found.PageAsync()));
        Assert.Equal(["Printer on fire"], Subjects(await browser.PageAsync($"/tickets?box=open&q={ticket.Number}")));

        var nothing = await browser.PageAsync("/tickets?box=done&q=%3Cprnter%3E");
        Assert.Equal("No tickets match “<prnter>” in Done.", nothing.QuerySelector(".empty p")!.TextContent);
        Assert.Equal("/tickets?box=done", nothing.QuerySelector(".empty a")!.GetAttribute("href"));
        Assert.Equal("Clear filters", nothing.QuerySelector(".empty a")!.TextContent);
        Assert.Equal("<prnter>", nothing.QuerySelector<IHtmlInputElement>("main input[name=q]")!.Value);
    }

    [Theory]
    [InlineData("/tickets?box=nonsense", "Choose a box: waiting, open, done or copied.")]
    [InlineData("/tickets?cursor=nonsense", "This cursor does not belong to this list. Begin without one.")]
    [InlineData("/tickets?sort=colour", "Sort by updated, created, number or priority.")]
    public async Task An_address_that_is_not_understood_is_told_of(string url, string sentence)
    {
        using var refused = await site.Browser(await site.EmployeeAsync()).GetAsync(url);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains(sentence, (await refused.PageAsync()).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_tickets_are_paged()
    {
        var dana = await site.AgentAsync();
        for (var i = 0; i < 27; i++)
        {
            await site.FileAsync(dana, $"Matter {i}");
        }

        var browser = site.Browser(dana);
        var first = await browser.PageAsync("/tickets?box=open&q=Matter");
        Assert.Equal(25, Subjects(first).Count());
        var older = first.QuerySelector<IHtmlAnchorElement>("nav[aria-label=Pages] a")!;
        Assert.Equal("Older", older.TextContent.Trim());
        var second = await browser.PageAsync(older.GetAttribute("href")!);
        Assert.Equal(["Matter 1", "Matter 0"], Subjects(second));
        Assert.Equal("/tickets?box=open&q=Matter", second.QuerySelector("nav[aria-label=Pages] a")!.GetAttribute("href"));
    }

    private static IEnumerable<string> Subjects(IHtmlDocument page) =>
        page.QuerySelectorAll(".ticket-card :is(h2, h3)").Select(heading => heading.TextContent.Trim());
}
