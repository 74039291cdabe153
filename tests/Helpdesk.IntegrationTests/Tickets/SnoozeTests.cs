using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Care;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>A ticket that sleeps: out of the lists of work, back at its time, at an answer, or by hand; by page and API.</summary>
public sealed class SnoozeTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_page_it_leaves_the_lists_and_comes_back_at_its_time()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester, "Sleepy one");
        var browser = site.Browser(agent);
        var tomorrow = site.Clock.GetUtcNow().AddDays(1);
        using var snoozed = await browser.SubmitAsync($"/tickets/{ticket.Id}/snooze", "main form:last-of-type", ("Form.Until", tomorrow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var page = await browser.FollowAsync(snoozed);
        Assert.StartsWith("Snoozed until ", page.Flash(), StringComparison.Ordinal);
        Assert.Contains("Snoozed until", page.QuerySelector(".ticket-line")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Sleepy one", await browser.GetStringAsync("/queue?view=unassigned"), StringComparison.Ordinal);
        Assert.DoesNotContain("Sleepy one", await browser.GetStringAsync("/queue?view=open"), StringComparison.Ordinal);
        Assert.Contains("Sleepy one", await browser.GetStringAsync("/queue?view=snoozed"), StringComparison.Ordinal);
        Assert.DoesNotContain("snooze", await site.Browser(requester).GetStringAsync(ticket.Url), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("open", (await site.LookAsync(requester, ticket)).Text("status"));

        await CareAsync();
        Assert.DoesNotContain("Sleepy one", await browser.GetStringAsync("/queue?view=open"), StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromDays(2));
        await CareAsync();
        Assert.Contains("Sleepy one", await browser.GetStringAsync("/queue?view=open"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task By_api_it_sleeps_until_the_requester_answers_and_the_teams_words_do_not_wake_it()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester, "Deep sleeper");
        using var snoozed = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze", new { until = "answer" });
        Assert.Equal(HttpStatusCode.OK, snoozed.StatusCode);
        await site.SayAsync(agent, ticket, "We wait for the part.");
        Assert.Empty(await OpenAsync(agent, "deep"));
        site.Clock.Advance(TimeSpan.FromDays(3));
        await CareAsync();
        Assert.Empty(await OpenAsync(agent, "deep"));
        await site.SayAsync(requester, ticket, "Any news?");
        Assert.Equal(["Deep sleeper"], await OpenAsync(agent, "deep"));

        using var again = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze", new { until = "answer" });
        using var woken = await site.Api(agent).DeleteAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze");
        Assert.Equal(HttpStatusCode.OK, woken.StatusCode);
        Assert.Equal(["Deep sleeper"], await OpenAsync(agent, "deep"));
    }

    [Fact]
    public async Task Times_that_make_no_sense_and_done_tickets_are_refused()
    {
        var (requester, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(requester);
        foreach (var until in new[] { "", "soon", "2020-01-01", "2200-01-01", "2020-01-01T00:00:00Z" })
        {
            using var refused = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze", new { until });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        await site.ChangeAsync(agent, ticket, new { status = "resolved" });
        using var done = await site.Api(agent).PostAsJsonAsync($"/api/v1/admin/tickets/{ticket.Id}/snooze", new { until = "answer" });
        Assert.Equal(HttpStatusCode.Conflict, done.StatusCode);
    }

    private async Task<List<string>> OpenAsync(Person agent, string query) =>
        [.. (await site.Api(agent).JsonAsync($"/api/v1/admin/tickets?view=open&q={query}")).GetProperty("items").EnumerateArray().Select(ticket => ticket.Text("subject"))];

    private Task CareAsync() => site.WithAsync<TicketCare>(care => care.RunAsync(CancellationToken.None));
}
