using System.Collections.Concurrent;
using System.Diagnostics;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>How many statements a page may cost, the session's one included.</summary>
public sealed class StatementTests(ManyTickets site) : IClassFixture<ManyTickets>
{
    [Theory]
    [InlineData("/queue?view=open", true, 4)]
    [InlineData("/queue?view=mine&q=printer", true, 4)]
    [InlineData("/t/{number}", true, 6)]
    [InlineData("/t/{number}", false, 6)]
    [InlineData("/tickets", false, 5)]
    [InlineData("/", false, 6)]
    [InlineData("/search?q=printer", true, 8)]
    [InlineData("/search?q=printer", false, 7)]
    [InlineData("/api/v1/admin/tickets", true, 3)]
    [InlineData("/api/v1/tickets/{number}", false, 4)]
    [InlineData("/api/v1/tickets/{number}", true, 4)]
    public async Task A_page_asks_the_database_so_often_and_no_more(string url, bool isStaff, int most)
    {
        var person = isStaff ? site.Dana : site.Priya;
        var number = site.All.First(ticket => ticket.RequesterId == site.Priya.Id && ticket.Messages.Count > 1).Number;
        var path = url.Replace("{number}", $"{number}", StringComparison.Ordinal);
        using var client = url.StartsWith("/api", StringComparison.Ordinal) ? site.Api(person) : site.Browser(person);

        // The first request fills what is kept in memory.
        (await client.GetAsync(path)).EnsureSuccessStatusCode();
        var statements = new ConcurrentQueue<string>();
        var trace = ActivityTraceId.CreateRandom();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (activity.Source.Name == "Npgsql" && activity.TraceId == trace && activity.GetTagItem("db.query.text") is string text)
                {
                    statements.Enqueue(text);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        (await client.SendAsync(request)).EnsureSuccessStatusCode();
        Assert.NotEmpty(statements);
        Assert.True(statements.Count <= most, $"{path}: {statements.Count}\n{string.Join("\n\n", statements)}");
    }
}
