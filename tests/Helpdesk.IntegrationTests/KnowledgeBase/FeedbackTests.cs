using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>What readers say of an item: once, changeable, and theirs to take back.</summary>
public sealed class FeedbackTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_one_says_yes_or_no_and_what_was_missing_and_takes_it_back()
    {
        var (item, reader) = (await WriteAsync("Page"), await site.EmployeeAsync());
        var browser = site.Browser(reader);
        using var no = await browser.SubmitAsync(item.Page, "#feedback form", ("Form.Helpful", "false"));
        Assert.Equal((HttpStatusCode.Redirect, $"{item.Page}#feedback"), (no.StatusCode, no.Headers.Location!.OriginalString));
        var page = await browser.PageAsync(item.Page);
        Assert.Equal("Did this help?", page.QuerySelector("#feedback legend")!.TextContent);
        Assert.Contains("Thank you.", page.QuerySelector("#feedback")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["false", "true"], page.QuerySelectorAll("#feedback [aria-pressed]").Select(button => button.GetAttribute("aria-pressed")));
        (await browser.SubmitAsync(page, item.Page, "form.missing", ("Form.Comment", "The <b>colour</b>"))).Dispose();
        page = await browser.PageAsync(item.Page);
        Assert.Equal("The <b>colour</b>", page.QuerySelector("form.missing textarea")!.TextContent.Trim());
        Assert.Equal((0, 1), await CountAsync(item));

        (await browser.SubmitAsync(page, item.Page, "#feedback form", ("Form.Helpful", "true"))).Dispose();
        Assert.Equal((1, 0), await CountAsync(item));
        var token = page.QuerySelector("#feedback input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var back = await browser.PostAsync($"/kb/items/{item.Id}/feedback?handler=retract", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal((0, 0), await CountAsync(item));
        Assert.Empty((await browser.PageAsync(item.Page)).QuerySelectorAll("#feedback [aria-pressed], form.missing"));
    }

    [Fact]
    public async Task By_api_the_same_and_a_second_word_replaces_the_first()
    {
        var (item, reader, other) = (await WriteAsync("Api"), await site.EmployeeAsync(), await site.EmployeeAsync());
        var url = $"/api/v1/kb/items/{item.Id}/feedback";
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(reader).PostAsJsonAsync(url, new { helpful = false, comment = "A picture" })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(reader).PostAsJsonAsync(url, new { helpful = false })).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(other).PostAsJsonAsync(url, new { helpful = true })).StatusCode);
        Assert.Equal((1, 1), await CountAsync(item));
        var mine = (await site.Api(reader).JsonAsync(item.Api)).GetProperty("yourFeedback");
        Assert.Equal((false, "A picture"), (mine.GetProperty("helpful").GetBoolean(), mine.Text("comment")));
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(reader).DeleteAsync(url)).StatusCode);
        Assert.Equal((1, 0), await CountAsync(item));

        using var empty = await site.Api(reader).PostAsJsonAsync(url, new { });
        Assert.Equal("Choose yes or no.", await empty.ErrorAsync("helpful"));
        using var tooLong = await site.Api(reader).PostAsJsonAsync(url, new { helpful = false, comment = new string('x', 1_001) });
        Assert.Equal("What was missing can have up to 1,000 characters. It has 1,001.", await tooLong.ErrorAsync("comment"));
    }

    [Fact]
    public async Task Many_at_once_are_all_counted_and_no_writer_is_disturbed()
    {
        var item = await WriteAsync("Many");
        var version = await site.WithAsync<KnowledgeBaseDbContext, int>(db => db.Items.Where(found => found.Id == item.Id).Select(found => found.Version).SingleAsync());
        var readers = new List<Person>();
        for (var i = 0; i < 8; i++)
        {
            readers.Add(await site.EmployeeAsync());
        }

        await Task.WhenAll(readers.Select((reader, number) =>
            site.Api(reader).PostAsJsonAsync($"/api/v1/kb/items/{item.Id}/feedback", new { helpful = number % 2 == 0 })));
        Assert.Equal((4, 4), await CountAsync(item));
        Assert.Equal(version, await site.WithAsync<KnowledgeBaseDbContext, int>(db => db.Items.Where(found => found.Id == item.Id).Select(found => found.Version).SingleAsync()));
    }

    private async Task<WrittenItem> WriteAsync(string title) => await site.WriteAsync(await site.AgentAsync(), new NewItem($"Feedback {title}", "Say something."));

    private Task<(int Helpful, int NotHelpful)> CountAsync(WrittenItem item) => site.WithAsync<KnowledgeBaseDbContext, (int, int)>(async db =>
    {
        var found = await db.Items.AsNoTracking().SingleAsync(each => each.Id == item.Id);
        return (found.Helpful, found.NotHelpful);
    });
}
