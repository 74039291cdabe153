using System.Net;
using System.Net.Http.Json;
using AngleSharp.Dom;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Who of the team has a ticket open: told by page and API, for half a minute, to the team alone.</summary>
public sealed class PresenceTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_it_is_said_and_shown_on_the_ticket_and_in_the_queue()
    {
        var (requester, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Dana Okafor"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        using var said = await SayAsync(site.Browser(dana), ticket, "replying");
        Assert.Equal(HttpStatusCode.OK, said.StatusCode);
        Assert.Empty((await said.JsonAsync()).Items());

        var page = await site.Browser(ana).PageAsync(ticket.Url);
        Assert.Equal("Dana is replying", page.QuerySelector("[data-present-here]")!.TextContent.Trim());
        Assert.Equal("Dana Okafor", page.QuerySelector("[data-present-here] .presence")!.GetAttribute("title"));
        Assert.Equal("Dana is replying", Row(await site.Browser(ana).PageAsync("/queue?view=open"), ticket).QuerySelector(".presence")!.TextContent);
        // One's own presence is no news.
        Assert.Null((await site.Browser(dana).PageAsync(ticket.Url)).QuerySelector(".presence"));
        using var heard = await SayAsync(site.Browser(ana), ticket, "viewing");
        Assert.Equal(["Dana Okafor replying"], Who(await heard.JsonAsync()));

        using var gone = await LeaveAsync(site.Browser(dana), ticket);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        Assert.Null((await site.Browser(ana).PageAsync(ticket.Url)).QuerySelector(".presence"));
    }

    [Fact]
    public async Task By_api_it_is_said_listed_and_taken_back()
    {
        var (requester, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Mira Okafor"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        await PutAsync(dana, ticket, "viewing");
        Assert.Contains("Mira Okafor viewing", Who(await site.Api(ana).JsonAsync("/api/v1/admin/presence")));
        using var heard = await site.Api(ana).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { });
        var items = (await heard.JsonAsync()).Items().ToList();
        Assert.Equal("viewing", Assert.Single(items).Text("state"));
        Assert.InRange(items[0].GetProperty("endsIn").GetInt32(), 1, 30);
        using var left = await site.Api(dana).DeleteAsync($"/api/v1/admin/tickets/{ticket.Id}/presence");
        using var again = await site.Api(dana).DeleteAsync($"/api/v1/admin/tickets/{ticket.Id}/presence");
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (left.StatusCode, again.StatusCode));
        Assert.DoesNotContain("Mira Okafor viewing", Who(await site.Api(ana).JsonAsync("/api/v1/admin/presence")));

        using var nonsense = await site.Api(dana).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "sleeping" });
        Assert.Equal("Choose a state: viewing or replying.", await nonsense.ErrorAsync("state"));
        using var nowhere = await site.Api(dana).PutAsJsonAsync($"/api/v1/admin/tickets/{Guid.NewGuid()}/presence", new { state = "viewing" });
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    [Fact]
    public async Task It_ends_half_a_minute_after_the_last_word_and_is_swept_and_told()
    {
        var (requester, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Dana Okafor"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        await using var stream = await EventStream.OpenAsync(site.Browser(ana));
        using var still = site.Clock.Stop();
        await PutAsync(dana, ticket, "viewing");
        await stream.WaitForAsync("presence", "\"state\":\"viewing\"");
        await PutAsync(dana, ticket, "viewing");
        await PutAsync(dana, ticket, "replying");
        await stream.WaitForAsync("presence", "\"state\":\"replying\"");
        // Who only stays is not told again.
        Assert.Equal(2, Heard(stream, ticket).Count);

        site.Clock.Advance(TimeSpan.FromSeconds(29));
        Assert.NotNull((await site.Browser(ana).PageAsync(ticket.Url)).QuerySelector(".presence"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null((await site.Browser(ana).PageAsync(ticket.Url)).QuerySelector(".presence"));
        await Eventually.TrueAsync("it is told that she is gone", () => Heard(stream, ticket).Any(data => data.Contains("\"gone\"", StringComparison.Ordinal)));
        Assert.Equal(0, await site.WithAsync<TicketsDbContext, int>(db => db.Presences.CountAsync(presence => presence.UserId == dana.Id)));
    }

    [Fact]
    public async Task Who_comes_back_before_the_sweep_is_told_like_somebody_new()
    {
        var (requester, dana, ana) = (await site.EmployeeAsync(), await site.AgentAsync("Dana Okafor"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester);
        // As if the last word had come long ago and no sweep had been yet.
        await PutAsync(dana, ticket, "viewing");
        await using var stream = await EventStream.OpenAsync(site.Browser(ana));
        await site.WithAsync<TicketsDbContext>(db => db.Database.ExecuteSqlAsync(
            $"""
            begin;
            update tickets.presences set seen_at = seen_at - interval '31 seconds' where user_id = {dana.Id};
            update tickets.presences set seen_at = seen_at + interval '31 seconds' where user_id = {dana.Id};
            commit;
            """));
        await stream.WaitForAsync("presence", ticket.Id.ToString());
    }

    [Fact]
    public async Task Neither_employees_nor_somebody_who_left_the_team_hear_or_say_anything()
    {
        var (requester, other, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.AgentAsync("Dana Okafor"));
        var (ana, left) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Otto Gone"));
        var ticket = await site.FileAsync(requester);
        await using var theirs = await EventStream.OpenAsync(site.Browser(requester));
        await using var listening = await EventStream.OpenAsync(site.Browser(ana));
        await PutAsync(dana, ticket, "replying");
        await PutAsync(left, ticket, "viewing");
        await listening.WaitForAsync("presence", "Otto Gone");
        foreach (var person in new[] { requester, other })
        {
            using var said = await site.Api(person).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "viewing" });
            using var asked = await site.Api(person).GetAsync("/api/v1/admin/presence");
            using var page = await SayAsync(site.Browser(person), ticket, "viewing", tokenOf: "/");
            Assert.All([said, asked, page], answer => Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode));
            Assert.DoesNotContain("present", await site.Browser(person).GetStringAsync("/tickets/changes"), StringComparison.Ordinal);
            Assert.DoesNotContain("Dana", await site.Api(person).GetStringAsync("/api/v1/tickets/changes?since=2020-01-01T00:00:00Z"), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("Dana", await site.Browser(requester).GetStringAsync(ticket.Url), StringComparison.Ordinal);
        await site.SayAsync(dana, ticket, "A word for all.");
        await theirs.WaitForAsync("ticket", ticket.Id.ToString());
        Assert.DoesNotContain(theirs.Heard, news => news.Name == "presence");

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == left.Id).ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var refused = await site.Api(left).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state = "viewing" });
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task A_page_that_lies_open_does_not_keep_its_session_alive()
    {
        var (requester, dana) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        var browser = site.Browser(dana);
        var page = await browser.PageAsync(ticket.Url);
        var before = await LastSeenAsync(dana);
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        using var said = await SayAsync(browser, ticket, "viewing", page: page);
        using var asked = await browser.GetAsync("/tickets/changes");
        await using (await EventStream.OpenAsync(browser))
        {
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (said.StatusCode, asked.StatusCode));
            Assert.Equal(before, await LastSeenAsync(dana));
        }

        await browser.PageAsync(ticket.Url);
        Assert.True(await LastSeenAsync(dana) > before);
    }

    private Task<DateTimeOffset> LastSeenAsync(Person person) => site.WithAsync<AuthDbContext, DateTimeOffset>(db =>
        db.Sessions.Where(session => session.UserId == person.Id && session.Kind == Helpdesk.Auth.Model.SessionKind.Browser).Select(session => session.LastSeenAt).SingleAsync());

    private async Task PutAsync(Person person, FiledTicket ticket, string state)
    {
        using var answer = await site.Api(person).PutAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/presence", new { state });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> SayAsync(HttpClient browser, FiledTicket ticket, string state, string? tokenOf = null, AngleSharp.Html.Dom.IHtmlDocument? page = null) =>
        await browser.PostAsync($"/tickets/{ticket.Id}/presence", Fields(page ?? await browser.PageAsync(tokenOf ?? ticket.Url), ("Form.State", state)));

    private static async Task<HttpResponseMessage> LeaveAsync(HttpClient browser, FiledTicket ticket) =>
        await browser.PostAsync($"/tickets/{ticket.Id}/presence/removal", Fields(await browser.PageAsync(ticket.Url)));

    private static FormUrlEncodedContent Fields(AngleSharp.Html.Dom.IHtmlDocument page, params (string Name, string Value)[] fields) => new(
        fields.Select(field => KeyValuePair.Create(field.Name, field.Value))
            .Append(KeyValuePair.Create("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)));

    private static IElement Row(AngleSharp.Html.Dom.IHtmlDocument queue, FiledTicket ticket) =>
        queue.QuerySelector($"[name='Form.Ids'][value='{ticket.Id}']")!.Closest("tr")!;

    private static List<string> Heard(EventStream stream, FiledTicket ticket) =>
        [.. stream.Heard.Where(news => news.Name == "presence" && news.Data.Contains(ticket.Id.ToString(), StringComparison.Ordinal)).Select(news => news.Data)];

    private static List<string> Who(System.Text.Json.JsonElement list) =>
        [.. list.Items().Select(present => $"{present.GetProperty("person").Text("name")} {present.Text("state")}")];
}
