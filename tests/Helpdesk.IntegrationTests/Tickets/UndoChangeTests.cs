using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>The way back from one's own last change of a ticket, and small helps beside: a text as it will look, and the counts of saved views.</summary>
public sealed class UndoChangeTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_last_change_is_offered_back_to_who_made_it_for_ten_minutes()
    {
        var (requester, agent, colleague) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.ChangeAsync(agent, ticket, new { status = "resolved", priority = "high", assigneeId = agent.Id, tags = Vpn });
        Assert.Null((await site.Browser(colleague).PageAsync(ticket.Url)).QuerySelector(".undo-line"));
        var browser = site.Browser(agent);
        var page = await browser.PageAsync(ticket.Url);
        Assert.Equal("You changed priority, tags, assignee, status.", page.QuerySelector(".undo-line span")!.TextContent);
        using var undone = await browser.SubmitAsync(page, ticket.Url, ".undo-line");
        Assert.Equal(HttpStatusCode.Redirect, undone.StatusCode);
        var now = await site.LookAsync(agent, ticket);
        Assert.Equal(("open", "medium", 0), (now.Text("status"), now.Text("priority"), now.GetProperty("tags").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, now.GetProperty("assignee").ValueKind);

        // What somebody else changed since is theirs.
        await site.ChangeAsync(agent, ticket, new { priority = "low" });
        page = await browser.PageAsync(ticket.Url);
        await site.ChangeAsync(colleague, ticket, new { priority = "urgent" });
        using var late = await browser.SubmitAsync(page, ticket.Url, ".undo-line");
        Assert.NotEqual(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Equal("urgent", (await site.LookAsync(agent, ticket)).Text("priority"));
        Assert.Null((await browser.PageAsync(ticket.Url)).QuerySelector(".undo-line"));
        await site.ChangeAsync(agent, ticket, new { priority = "low" });
        Assert.NotNull((await browser.PageAsync(ticket.Url)).QuerySelector(".undo-line"));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        Assert.Null((await browser.PageAsync(ticket.Url)).QuerySelector(".undo-line"));
    }

    [Fact]
    public async Task A_text_is_shown_as_its_readers_will_see_it_by_page_and_api()
    {
        var person = await site.EmployeeAsync();
        using var shown = await site.Api(person).PostAsJsonAsync("/api/v1/preview", new { body = "**bold** <script>alert(1)</script>" });
        var html = (await shown.ReadAsync(HttpStatusCode.OK)).Text("bodyHtml");
        Assert.Contains("<strong>bold</strong>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        var browser = site.Browser(person);
        var page = await browser.PageAsync("/tickets/new");
        using var form = new FormUrlEncodedContent(Forms.FieldsOf((AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("#new-ticket")!, ("Form.Body", "_slanted_")));
        using var posted = await browser.PostAsync("/preview", form);
        Assert.NotNull((await posted.PageAsync()).QuerySelector("#preview em"));
        using var empty = await site.Api(person).PostAsJsonAsync("/api/v1/preview", new { body = " " });
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
    }

    [Fact]
    public async Task Saved_views_are_counted_unless_they_look_for_words()
    {
        var (requester, agent, colleague) = (await site.EmployeeAsync(), await site.AgentAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        await site.ChangeAsync(agent, ticket, new { tags = Counted });
        foreach (var query in new[] { "tag=counted", "q=tag:counted", "q=counted" })
        {
            using var saved = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name = query, query });
        }

        var counts = await site.Api(agent).JsonAsync("/api/v1/admin/views/counts");
        Assert.Equal([1, 1], counts.EnumerateArray().Select(view => view.GetProperty("count").GetInt32()));
        Assert.Empty((await site.Api(colleague).JsonAsync("/api/v1/admin/views/counts")).EnumerateArray());
        var byPage = await site.Browser(agent).GetFromJsonAsync<Dictionary<Guid, string>>("/queue/views/counts");
        Assert.Equal(["1", "1"], byPage!.Values);
    }

    private static readonly string[] Vpn = ["vpn"];
    private static readonly string[] Counted = ["counted"];
}
