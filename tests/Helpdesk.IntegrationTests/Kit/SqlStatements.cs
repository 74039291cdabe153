using System.Collections.Concurrent;
using System.Diagnostics;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Counts the SQL statements of one request, as the database driver reports them.</summary>
internal sealed class SqlStatements : IDisposable
{
    private static readonly ActivitySource Tests = new("Helpdesk.Tests");

    private readonly ConcurrentQueue<string> texts = new();
    private readonly ActivityListener listener;
    private readonly Activity? root;

    public SqlStatements()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Helpdesk.Tests",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Other tests run at the same time; only what belongs to this one's trace counts.
                if (activity.Source.Name == "Npgsql" && activity.TraceId == root?.TraceId)
                {
                    texts.Enqueue(activity.GetTagItem("db.query.text") as string ?? activity.GetTagItem("db.statement") as string ?? activity.DisplayName);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        root = Tests.StartActivity("request");
    }

    public IReadOnlyList<string> Texts => [.. texts];

    public void Dispose()
    {
        root?.Dispose();
        listener.Dispose();
    }
}
