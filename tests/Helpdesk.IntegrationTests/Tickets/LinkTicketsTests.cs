using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Links between tickets, through page and API: both directions in words, no circles, nothing told to employees.</summary>
public sealed class LinkTicketsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_a_link_is_made_shown_at_both_ends_and_removed()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (first, second) = (await site.FileAsync(priya, "No power in room 3"), await site.FileAsync(priya, "Printer is dark"));
        var browser = site.Browser(dana);
        using var linked = await browser.SubmitAsync($"/tickets/{first.Id}/links", "main form", ("Form.Kind", "blocks"), ("Form.Ticket", $"#{second.Number}"));
        Assert.Equal($"/tickets/{first.Id}", linked.Headers.Location!.OriginalString.Replace("/t/", "/tickets/", StringComparison.Ordinal));
        var page = await browser.PageAsync(first.Url);
        Assert.Equal($"Linked: it blocks #{second.Number}.", page.Flash());
        Assert.Contains($"blocks #{second.Number} Printer is dark", LinksOn(page), StringComparison.Ordinal);
        Assert.Contains($"Dana Diaz linked it: it blocks #{second.Number}", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
        page = await browser.PageAsync(second.Url);
        Assert.Contains($"is blocked by #{first.Number} No power in room 3", LinksOn(page), StringComparison.Ordinal);
        using var again = await browser.SubmitAsync($"/tickets/{second.Id}/links", "main form", ("Form.Kind", "blocked_by"), ("Form.Ticket", $"{first.Number}"));
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        Assert.Equal([$"It is blocked by #{first.Number} already."], await again.ProblemsAsync());

        using var removed = await browser.SubmitAsync(page, second.Url, "[aria-labelledby=links] form");
        page = await browser.FollowAsync(removed);
        Assert.Equal("The link is removed.", page.Flash());
        Assert.DoesNotContain("blocked by", LinksOn(page), StringComparison.Ordinal);
        Assert.Contains($"removed a link: it is blocked by #{first.Number}", page.QuerySelector("#conversation")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_api_every_kind_reads_from_both_ends_and_by_number_or_id()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        foreach (var (kind, other) in new[]
        {
            ("related", "related"), ("blocks", "blocked_by"), ("blocked_by", "blocks"), ("follow_up", "followed_by"), ("followed_by", "follow_up"),
        })
        {
            var (one, two) = (await site.FileAsync(priya, "One"), await site.FileAsync(priya, "Two"));
            var link = await LinkAsync(dana, one, kind, two.Id.ToString(), HttpStatusCode.Created);
            Assert.Equal((kind, two.Number), (link.Text("kind"), link.GetProperty("ticket").Number()));
            Assert.Equal((other, one.Number), Single(await ListAsync(dana, two)));
            await LinkAsync(dana, two, other, one.Number.ToString(CultureInfo.InvariantCulture), HttpStatusCode.Conflict);
            Assert.Equal(HttpStatusCode.NoContent, (await site.Api(dana).DeleteAsync($"/api/v1/admin/tickets/{two.Id}/links/{link.Id()}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await site.Api(dana).DeleteAsync($"/api/v1/admin/tickets/{two.Id}/links/{link.Id()}")).StatusCode);
            Assert.Empty((await ListAsync(dana, one)).EnumerateArray());
        }
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        var (priya, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var (a, b, c, d) = (await site.FileAsync(priya, "A"), await site.FileAsync(priya, "B"), await site.FileAsync(priya, "C"), await site.FileAsync(priya, "D"));
        Assert.Equal("A ticket cannot be linked to itself.", FieldOf(await LinkAsync(dana, a, "related", a.Id.ToString(), HttpStatusCode.BadRequest), "ticket"));
        Assert.Equal("There is no ticket with this number.", FieldOf(await LinkAsync(dana, a, "related", "999999", HttpStatusCode.BadRequest), "ticket"));
        Assert.StartsWith("Choose how", FieldOf(await LinkAsync(dana, a, "likes", b.Id.ToString(), HttpStatusCode.BadRequest), "kind"), StringComparison.Ordinal);
        await LinkAsync(dana, a, "blocks", b.Id.ToString(), HttpStatusCode.Created);
        await LinkAsync(dana, b, "blocks", c.Id.ToString(), HttpStatusCode.Created);
        Assert.Equal("Then these tickets would block each other.", (await LinkAsync(dana, c, "blocks", a.Id.ToString(), HttpStatusCode.Conflict)).Text("detail"));
        await LinkAsync(dana, a, "blocked_by", c.Id.ToString(), HttpStatusCode.Conflict);
        await LinkAsync(dana, c, "related", a.Id.ToString(), HttpStatusCode.Created);

        // Of two who close a circle from both sides at once, one is refused.
        await LinkAsync(dana, c, "blocks", d.Id.ToString(), HttpStatusCode.Created);
        var (e, f) = (await site.FileAsync(priya, "E"), await site.FileAsync(priya, "F"));
        await LinkAsync(dana, e, "blocks", f.Id.ToString(), HttpStatusCode.Created);
        var answers = await Task.WhenAll(TryAsync(dana, d, "blocks", e.Id.ToString()), TryAsync(dana, f, "blocks", a.Id.ToString()));
        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(answer => answer.StatusCode).Order());

        // A merged ticket is linked where it goes on.
        using var merged = await site.Api(dana).PostAsJsonAsync($"/api/v1/admin/tickets/{b.Id}/merge", new { into = d.Id });
        Assert.Equal(HttpStatusCode.OK, merged.StatusCode);
        Assert.Equal(d.Number, (await LinkAsync(dana, a, "related", b.Id.ToString(), HttpStatusCode.Created)).GetProperty("ticket").Number());
        await LinkAsync(dana, b, "related", a.Id.ToString(), HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Employees_are_told_nothing_of_it()
    {
        var (priya, jonas, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.AgentAsync());
        var (ticket, hidden) = (await site.FileAsync(priya), await site.FileAsync(jonas, "Zanzibar matter"));
        var before = (await site.LookAsync(priya, ticket)).Text("updatedAt");
        await LinkAsync(dana, ticket, "blocks", hidden.Id.ToString(), HttpStatusCode.Created);
        var shown = await site.LookAsync(priya, ticket);
        Assert.Equal(before, shown.Text("updatedAt"));
        foreach (var text in new[] { shown.GetRawText(), await site.Browser(priya).GetStringAsync(ticket.Url) })
        {
            Assert.DoesNotContain("linked", text, StringComparison.Ordinal);
            Assert.DoesNotContain("blocks", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Zanzibar", text, StringComparison.Ordinal);
            Assert.DoesNotContain($"#{hidden.Number}", text, StringComparison.Ordinal);
        }
    }

    private static string LinksOn(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("[aria-labelledby=links]")!.TextContent;

    private static string FieldOf(JsonElement problem, string field) => problem.GetProperty("errors").GetProperty(field)[0].GetString()!;

    private static (string Kind, int Number) Single(JsonElement links)
    {
        var link = Assert.Single(links.EnumerateArray());
        return (link.Text("kind"), link.GetProperty("ticket").Number());
    }

    private Task<JsonElement> ListAsync(Person agent, FiledTicket ticket) => site.Api(agent).JsonAsync($"/api/v1/admin/tickets/{ticket.Id}/links");

    private Task<HttpResponseMessage> TryAsync(Person agent, FiledTicket ticket, string kind, string other) =>
        site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/links", new { kind, ticket = other });

    private async Task<JsonElement> LinkAsync(Person agent, FiledTicket ticket, string kind, string other, HttpStatusCode status)
    {
        using var answer = await TryAsync(agent, ticket, kind, other);
        return await answer.ReadAsync(status);
    }
}
