using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.CountViews;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Reading without signing in, where an admin chose so; and the pages that are kept for it.</summary>
public sealed class AnonymousReadingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Off_everything_takes_signing_in()
    {
        await OpenAsync(false);
        var item = await WriteAsync("Lute");
        foreach (var url in new[] { "/kb", "/kb/search?q=lute", item.Page })
        {
            using var page = await site.Browser().GetAsync(url);
            Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
            Assert.StartsWith("/signin", page.Headers.Location!.OriginalString, StringComparison.Ordinal);
        }

        foreach (var url in new[] { item.Api, "/api/v1/kb/search?q=lute", "/api/v1/kb/categories", "/api/v1/kb/tags" })
        {
            using var answer = await site.Api().GetAsync(url);
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        }

        using var map = await site.Browser().GetAsync("/sitemap.xml");
        Assert.Equal(HttpStatusCode.NotFound, map.StatusCode);
        Assert.Equal("User-agent: *\nDisallow: /\n", await site.Browser().GetStringAsync("/robots.txt"));
    }

    [Fact]
    public async Task On_everybody_reads_and_machines_find_their_way()
    {
        await OpenAsync(true);
        var item = await WriteAsync("Mandolin & \"friends\"");
        var page = await site.Browser().PageAsync(item.Page);
        Assert.Equal("Mandolin & \"friends\"", page.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("/signin?returnUrl=", page.QuerySelector(".top-end a")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Equal("Plucked.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"));
        Assert.EndsWith(item.Page, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.StartsWith("Mandolin & \"friends\"", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.NotNull((await site.Browser().PageAsync("/kb/search?q=mandolin")).QuerySelector("meta[name=robots][content=noindex]"));
        Assert.Contains(item.Page, await site.Browser().GetStringAsync("/kb"), StringComparison.Ordinal);
        Assert.Equal([item.Slug], (await site.SearchItemsAsync(null, "q=mandolin")).Slugs());
        Assert.Contains($"{item.Page}</loc>", await site.Browser().GetStringAsync("/sitemap.xml"), StringComparison.Ordinal);
        Assert.Contains("Sitemap: http", await site.Browser().GetStringAsync("/robots.txt"), StringComparison.Ordinal);

        // What changes something still takes signing in.
        using var feedback = await site.Api().PostAsync($"/api/v1/kb/items/{item.Id}/feedback", null);
        Assert.Equal(HttpStatusCode.Unauthorized, feedback.StatusCode);
        using var ticket = await site.Browser().GetAsync($"/tickets/new?read={item.Id}");
        Assert.Equal(HttpStatusCode.Redirect, ticket.StatusCode);
    }

    [Fact]
    public async Task A_kept_page_holds_nothing_personal_and_is_dropped_when_the_item_changes()
    {
        await OpenAsync(true);
        var item = await WriteAsync("Cimbalom");
        using var first = await site.Browser().GetAsync(item.Page);
        Assert.False(first.Headers.Contains("Set-Cookie"));
        var page = await first.PageAsync();
        Assert.Empty(page.QuerySelectorAll("form[method=post], input[name=__RequestVerificationToken]"));

        await Eventually.TrueAsync("the page is kept", async () =>
        {
            await site.Browser().GetStringAsync(item.Page);
            using var again = await site.Browser().GetAsync(item.Page);
            return again.Headers.Age is not null;
        });

        // Somebody who is signed in gets a page of their own, and leaves none behind.
        var reader = await site.EmployeeAsync();
        Assert.Contains(reader.Email, await site.Browser(reader).GetStringAsync(item.Page), StringComparison.Ordinal);
        Assert.DoesNotContain(reader.Email, await site.Browser().GetStringAsync(item.Page), StringComparison.Ordinal);

        await site.ChangeAsync(item, (found, now) => found.Write(found.Text with { Summary = "Hammered." }, found.AuthorId, now));
        await Eventually.TrueAsync("the new text is read", async () => (await site.Browser().GetStringAsync(item.Page)).Contains("Hammered.", StringComparison.Ordinal), seconds: 5);
        await site.ChangeAsync(item, (found, now) => found.Unpublish(now));
        await Eventually.TrueAsync("the page is gone", async () => (await site.Browser().GetAsync(item.Page)).StatusCode == HttpStatusCode.NotFound, seconds: 5);
        await OpenAsync(false);
        using var closed = await site.Browser().GetAsync("/kb");
        Assert.Equal(HttpStatusCode.Redirect, closed.StatusCode);
    }

    [Fact]
    public async Task Each_reading_is_counted_kept_or_not_and_written_down_once()
    {
        await OpenAsync(true);
        var item = await WriteAsync("Ocarina");
        var draft = await site.WriteAsync(await site.AgentAsync(), new NewItem("Ocarina plans") { Status = ItemStatus.Draft });
        for (var i = 0; i < 5; i++)
        {
            await site.Browser().GetStringAsync(item.Page);
        }

        await site.Browser(await site.EmployeeAsync()).GetStringAsync(item.Page);
        await site.Browser(await site.AgentAsync()).GetStringAsync(draft.Page);
        using var head = await site.Browser().SendAsync(new HttpRequestMessage(HttpMethod.Head, item.Page));
        await site.WithAsync<WriteViews>(work => work.DoNextAsync(CancellationToken.None));
        Assert.Equal(6, await ViewsAsync(item));
        await site.Browser().GetStringAsync(item.Page);

        // What was counted since is not lost when the site stops.
        var last = site.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<WriteLastViews>().Single();
        await last.StopAsync(CancellationToken.None);
        Assert.Equal(7, await ViewsAsync(item));
        Assert.Equal(0, await ViewsAsync(draft));
        Assert.Contains(item.Page, (await site.Browser(await site.EmployeeAsync()).PageAsync("/kb")).QuerySelectorAll("section[aria-labelledby=popular] a").Select(link => link.GetAttribute("href")));
    }

    private Task<int> ViewsAsync(WrittenItem item) =>
        site.WithAsync<KnowledgeBaseDbContext, int>(db => db.DaysOfViews.Where(day => day.ItemId == item.Id).SumAsync(day => day.Count));

    private async Task<WrittenItem> WriteAsync(string title) => await site.WriteAsync(await site.AgentAsync(), new NewItem(title, "Plucked.", "With care."));

    private Task OpenAsync(bool isOpen) =>
        site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(ReaderRule.AnonymousReading, isOpen ? "true" : "false", null, CancellationToken.None));
}
