using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Model;

namespace Helpdesk.IntegrationTests.Tickets;

public sealed class MyTicketsTests(ManyTickets site) : IClassFixture<ManyTickets>
{
    [Theory]
    [InlineData("")]
    [InlineData("box=waiting")]
    [InlineData("box=open")]
    [InlineData("box=done")]
    [InlineData("box=copied")]
    [InlineData("status=closed")]
    [InlineData("status=closed&status=open&box=open")]
    [InlineData("q=printer")]
    [InlineData("q=hippopotamus")]
    public async Task A_person_finds_their_own_tickets_and_no_others(string query)
    {
        var me = site.Priya.Id;
        var expected = site.All
            .Where(ticket => query switch
            {
                "" => ticket.RequesterId == me || ticket.ParticipantIds.Contains(me),
                "box=waiting" => ticket.RequesterId == me && ticket.Status == TicketStatus.WaitingOnEmployee,
                "box=open" => ticket.RequesterId == me && ticket.IsOpen,
                "box=done" => ticket.RequesterId == me && !ticket.IsOpen,
                "box=copied" => ticket.ParticipantIds.Contains(me),
                "status=closed" => ticket.Status == TicketStatus.Closed && (ticket.RequesterId == me || ticket.ParticipantIds.Contains(me)),
                "q=printer" => ticket.Subject.Contains("printer", StringComparison.Ordinal) && (ticket.RequesterId == me || ticket.ParticipantIds.Contains(me)),
                "q=hippopotamus" => false,
                _ => ticket.RequesterId == me && ticket.Status == TicketStatus.Open,
            })
            .OrderByDescending(ticket => ticket.UpdatedAt).ThenByDescending(ticket => ticket.Id.ToString(), StringComparer.Ordinal)
            .Select(ticket => ticket.Number).ToList();
        Assert.True(expected.Count > 0 || query == "q=hippopotamus");

        var listed = new List<int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await site.Api(site.Priya).JsonAsync($"/api/v1/tickets?{query}&limit=9&cursor={cursor}");
            listed.AddRange(page.Items().Select(ticket => ticket.Number()));
            cursor = page.IsNull("nextCursor") ? null : page.Text("nextCursor");
        }

        Assert.Equal(expected, listed);
    }

    [Fact]
    public async Task The_team_finds_only_its_own_here_and_no_word_of_a_note()
    {
        Assert.Empty((await site.Api(site.Dana).JsonAsync("/api/v1/tickets")).Items());
        var counts = await site.Api(site.Priya).JsonAsync("/api/v1/tickets/counts");
        Assert.Equal(site.All.Count(ticket => ticket.RequesterId == site.Priya.Id && ticket.IsOpen), counts.GetProperty("open").GetInt32());
        Assert.Equal(
            site.All.Count(ticket => ticket.RequesterId == site.Priya.Id && ticket.Status == TicketStatus.WaitingOnEmployee),
            counts.GetProperty("waiting").GetInt32());
    }

    [Theory]
    [InlineData("box=all", "box")]
    [InlineData("sort=resolved", "sort")]
    [InlineData("status=x", "status")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("limit=101", "limit")]
    public async Task A_wrong_word_is_told(string query, string field)
    {
        using var response = await site.Api(site.Priya).GetAsync($"/api/v1/tickets?{query}");
        Assert.NotNull(await response.ErrorAsync(field));
    }

    [Fact]
    public async Task What_was_read_is_remembered_no_further_than_it_goes_and_never_backwards()
    {
        var mia = await site.EmployeeAsync("Mia Meyer");
        var ticket = await site.Api(mia).OpenAsync();
        await site.Api(site.Dana).SayAsync(ticket, "Look here.");
        Assert.True(await HasNewsAsync(mia));
        await SeenAsync(mia, ticket, DateTimeOffset.MaxValue);
        Assert.False(await HasNewsAsync(mia));
        await SeenAsync(mia, ticket, DateTimeOffset.UnixEpoch);
        Assert.False(await HasNewsAsync(mia));
        await site.Api(site.Dana).SayAsync(ticket, "And here.");
        Assert.True(await HasNewsAsync(mia));
        await site.Api(mia).SayAsync(ticket, "I see.");
        Assert.False(await HasNewsAsync(mia));
    }

    private Task<bool> HasNewsAsync(Person person) => site.WithAsync<Helpdesk.Tickets.MyTickets.MyTicketsHandler, bool>(async tickets =>
        (await tickets.FirstOpenAsync(5, new Helpdesk.Platform.CurrentUser { Id = person.Id }, CancellationToken.None)).Single().HasNewAnswer);

    private async Task SeenAsync(Person person, JsonElement ticket, DateTimeOffset until)
    {
        using var response = await site.Api(person).PutAsJsonAsync($"/api/v1/tickets/{ticket.Id()}/seen", new { until });
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }
}
