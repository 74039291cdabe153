using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Answers that are offered while a ticket is written, and what was read before one was filed.</summary>
public sealed class DeflectTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task From_the_third_character_up_to_three_items_are_offered_with_the_sentence()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        for (var number = 1; number <= 4; number++)
        {
            await site.WriteAsync(author, new NewItem($"Tuba {number}", $"A tuba dented in place {number}."));
        }

        var elsewhere = await site.WriteAsync(author, new NewItem("Brass", "Care for metal.", "When the sousaphone will not sound, look inside."));
        Assert.Equal("", (await site.Browser(reader).GetStringAsync("/tickets/new/answers?q=tu")).Trim());
        Assert.Equal("", (await site.Browser(reader).GetStringAsync("/tickets/new/answers?q=xylqzt")).Trim());
        var page = await site.Browser(reader).PageAsync("/tickets/new/answers?q=tub");
        Assert.Equal("Maybe this helps", page.QuerySelector("section h2")!.TextContent);
        Assert.Equal(3, page.QuerySelectorAll("li").Length);
        Assert.Equal("tuba", page.QuerySelector("li mark")!.TextContent);

        // A question is no search: not all of its words stand in the answer.
        var answers = (await site.Api(reader).JsonAsync("/api/v1/kb/suggestions?q=my+tuba+fell+from+the+roof+today")).EnumerateArray().ToList();
        Assert.Equal(3, answers.Count);
        Assert.StartsWith("Tuba", answers[0].Text("title"), StringComparison.Ordinal);
        Assert.Equal(elsewhere.Slug, (await site.Api(reader).JsonAsync("/api/v1/kb/suggestions?q=sousaphone+will+not+sound"))[0].Text("slug"));
    }

    [Fact]
    public async Task This_solved_it_files_nothing_keeps_the_text_and_can_be_undone()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Euphonium valves", "Oil them."));
        var browser = site.Browser(reader);
        (string, string)[] typed = [("Form.Subject", "My euphonium valves stick"), ("Form.Description", "They do.")];
        using var looked = await PressAsync(browser, await browser.PageAsync("/tickets/new"), "/tickets/new?handler=look", typed);
        var page = await looked.PageAsync();
        var solve = page.QuerySelector("section[aria-labelledby=helps] button[formaction]")!;
        Assert.Equal("This solved it: Euphonium valves", solve.TextContent);
        Assert.Equal("They do.", page.QuerySelector("#Form_Description")!.TextContent.Trim());

        using var solved = await PressAsync(browser, page, solve.GetAttribute("formaction")!, []);
        Assert.Equal(HttpStatusCode.Redirect, solved.StatusCode);
        var thanks = await browser.PageAsync(solved.Headers.Location!.OriginalString);
        Assert.Equal("Glad that helped.", thanks.QuerySelector("h1")!.TextContent);
        Assert.Contains("No ticket was filed.", thanks.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(item));
        Assert.Empty((await site.Api(reader).JsonAsync("/api/v1/tickets")).GetProperty("items").EnumerateArray());

        using var undone = await browser.SubmitAsync(thanks, solved.Headers.Location.OriginalString, "main form");
        Assert.Equal("/tickets/new", undone.Headers.Location!.OriginalString);
        Assert.Equal(0, await CountAsync(item));
        var again = await browser.PageAsync("/tickets/new");
        Assert.Equal("My euphonium valves stick", again.QuerySelector("#Form_Subject")!.GetAttribute("value"));
    }

    [Fact]
    public async Task By_api_the_same_and_nobody_undoes_what_another_said()
    {
        var (item, reader, other) = (await site.WriteAsync(await site.AgentAsync(), new NewItem("Cornet mutes")), await site.EmployeeAsync(), await site.EmployeeAsync());
        using var solved = await site.Api(reader).PostAsync($"/api/v1/kb/items/{item.Id}/solved", null);
        Assert.Equal(HttpStatusCode.Created, solved.StatusCode);
        var url = solved.Headers.Location!.OriginalString;
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(other).DeleteAsync(url)).StatusCode);
        Assert.Equal(1, await CountAsync(item));
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(reader).DeleteAsync(url)).StatusCode);
        Assert.Equal(0, await CountAsync(item));
    }

    [Fact]
    public async Task The_team_sees_what_was_read_before_asking_and_nobody_else_does()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Bagpipes for beginners"));
        var secret = await site.WriteAsync(author, new NewItem("Bagpipes for the team") { Visibility = Visibility.Internal });
        var browser = site.Browser(reader);
        var form = await browser.PageAsync($"/tickets/new?read={item.Id}");
        Assert.Equal($"{item.Id}", form.QuerySelector("input[name='Form.Read']")!.GetAttribute("value"));
        using var filed = await browser.SubmitAsync(
            form, "/tickets/new", "#new-ticket", ("Form.Subject", "Bagpipes"), ("Form.Description", "Still no sound."), ("Form.Category", "Hardware"),
            ("Form.Read", $"{item.Id}"), ("Form.Read", $"{secret.Id}"), ("Form.Read", $"{Guid.NewGuid()}"));
        var url = filed.Headers.Location!.OriginalString;
        var side = (await site.Browser(author).PageAsync(url)).QuerySelector("section[aria-labelledby=read-before]")!;
        Assert.Equal(item.Page, Assert.Single(side.QuerySelectorAll("a")).GetAttribute("href"));
        Assert.DoesNotContain("Read before asking", await browser.GetStringAsync(url), StringComparison.Ordinal);

        using var byApi = await site.Api(reader).PostAsJsonAsync("/api/v1/tickets", new { subject = "Bagpipes", description = "No.", category = "Hardware", read = new[] { item.Id } });
        var ticket = await byApi.ReadAsync(HttpStatusCode.Created);
        Assert.Equal(item.Slug, Assert.Single((await site.Api(author).ShowAsync(ticket)).GetProperty("readBefore").EnumerateArray()).Text("slug"));
        Assert.False((await site.Api(reader).ShowAsync(ticket)).TryGetProperty("readBefore", out _));
        using var tooMany = await site.Api(reader).PostAsJsonAsync("/api/v1/tickets", new { subject = "B", description = "B", category = "Hardware", read = Enumerable.Range(0, 21).Select(_ => Guid.NewGuid()) });
        Assert.Equal("You can name up to 20 articles.", await tooMany.ErrorAsync("read"));
    }

    // As a browser does it: a button with an address of its own sends the form there.
    private static Task<HttpResponseMessage> PressAsync(HttpClient browser, AngleSharp.Html.Dom.IHtmlDocument page, string address, (string, string)[] fields)
    {
        page.QuerySelector("#new-ticket")!.SetAttribute("action", address);
        return browser.SubmitAsync(page, address, "#new-ticket", fields);
    }

    private Task<int> CountAsync(WrittenItem item) => site.WithAsync<KnowledgeBaseDbContext, int>(db => db.Deflections.CountAsync(solved => solved.ItemId == item.Id));
}
