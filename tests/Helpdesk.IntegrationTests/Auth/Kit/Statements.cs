using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helpdesk.IntegrationTests.Auth.Kit;

/// <summary>Lists the statements that one request sends to the database, however many others run beside it.</summary>
internal static class Statements
{
    private static readonly ConcurrentDictionary<ActivityTraceId, ConcurrentQueue<string>> Traces = new();
    private static readonly Lazy<ActivityListener> Listener = new(Listen);

    public static async Task<IReadOnlyList<string>> OfAsync(HttpClient client, Func<Task> request)
    {
        Assert.NotNull(Listener.Value);
        var trace = ActivityTraceId.CreateRandom();
        var statements = Traces[trace] = new ConcurrentQueue<string>();
        client.DefaultRequestHeaders.Remove("traceparent");
        client.DefaultRequestHeaders.Add("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01");
        await request();
        client.DefaultRequestHeaders.Remove("traceparent");
        Traces.TryRemove(trace, out _);
        return [.. statements];
    }

    private static ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                var statement = (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) as string;
                if (activity.Source.Name == "Npgsql" && statement is not null && Traces.TryGetValue(activity.TraceId, out var statements))
                {
                    statements.Enqueue(statement);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }
}
