using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>What a page hears of without a stream: the same news, with the same rights, by page and API.</summary>
public sealed class ChangesTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_and_api_the_team_hears_of_all_and_gets_the_counts()
    {
        var (requester, ana, dana) = (await site.EmployeeAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Dana Okafor"));
        var begin = (await site.Api(ana).JsonAsync("/api/v1/tickets/changes")).Text("next");
        var (first, second) = (await site.FileAsync(requester), await site.FileAsync(requester));
        await site.SayAsync(dana, first, "Between us.", kind: "internal");
        await site.ChangeAsync(ana, second, new { assigneeId = ana.Id });
        var changes = await site.Api(ana).JsonAsync($"/api/v1/tickets/changes?since={Uri.EscapeDataString(begin)}");
        var page = JsonElement.Parse(await site.Browser(ana).GetStringAsync($"/tickets/changes?since={Uri.EscapeDataString(begin)}"));
        foreach (var answer in new[] { changes, page })
        {
            var tickets = answer.GetProperty("tickets").EnumerateArray().ToDictionary(changed => changed.Id(), changed => changed.GetProperty("own").GetBoolean());
            Assert.False(tickets[first.Id]);
            Assert.True(tickets[second.Id]);
            Assert.Equal(1, answer.GetProperty("counts").GetProperty("mine").GetInt32());
            Assert.Equal(0, answer.GetProperty("unread").GetInt32());
        }

        // From its own end on, nothing is told twice but what happened in its last seconds.
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        var later = await site.Api(ana).JsonAsync($"/api/v1/tickets/changes?since={Uri.EscapeDataString(changes.Text("next"))}");
        site.Clock.Advance(TimeSpan.FromSeconds(10));
        later = await site.Api(ana).JsonAsync($"/api/v1/tickets/changes?since={Uri.EscapeDataString(later.Text("next"))}");
        Assert.Empty(later.GetProperty("tickets").EnumerateArray());
    }

    [Fact]
    public async Task Employees_hear_of_what_they_may_know_and_of_no_more()
    {
        var (requester, stranger, dana) = (await site.EmployeeAsync(), await site.EmployeeAsync("Max Moser"), await site.AgentAsync("Dana Okafor"));
        var ticket = await site.FileAsync(requester);
        var begin = site.Clock.GetUtcNow();
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.SayAsync(dana, ticket, "Between us.", kind: "internal");
        await site.ChangeAsync(dana, ticket, new { assigneeId = dana.Id });
        Assert.Empty(await TicketsAsync(requester, begin));
        await site.SayAsync(dana, ticket, "For all.");
        var changed = Assert.Single(await TicketsAsync(requester, begin));
        Assert.Equal((ticket.Id, false), (changed.Id(), changed.GetProperty("own").GetBoolean()));
        Assert.Empty(await TicketsAsync(stranger, begin));
        await site.SayAsync(requester, ticket, "Thank you.");
        var own = Assert.Single(await TicketsAsync(requester, begin));
        await site.SayAsync(dana, ticket, "Between us again.", kind: "internal");
        // What the team does among itself changes nothing of what a requester hears.
        Assert.Equal(own.GetRawText(), Assert.Single(await TicketsAsync(requester, begin)).GetRawText());
        Assert.True(own.GetProperty("own").GetBoolean());

        var answer = await site.Api(requester).JsonAsync("/api/v1/tickets/changes");
        Assert.False(answer.TryGetProperty("counts", out _) || answer.TryGetProperty("present", out _));
        using var refused = await site.Api(requester).GetAsync("/api/v1/tickets/changes?since=yesterday");
        Assert.Equal("Give a time like 2027-03-01T14:00:00Z.", await refused.ErrorAsync("since"));
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Api().GetAsync("/api/v1/tickets/changes")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Browser().GetAsync("/tickets/changes")).StatusCode);
    }

    private async Task<List<JsonElement>> TicketsAsync(Person person, DateTimeOffset since) =>
        [.. (await site.Api(person).JsonAsync($"/api/v1/tickets/changes?since={Uri.EscapeDataString(since.ToString("O"))}")).GetProperty("tickets").EnumerateArray()];
}
