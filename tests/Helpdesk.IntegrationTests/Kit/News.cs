using System.Collections.Concurrent;
using Helpdesk.Platform.Live;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>
/// What the site has in memory follows the tables a moment later, by the database's signals. A test that writes and reads at once would
/// meet the old on a busy machine: so it waits until all signals of what was written have been heard.
/// </summary>
internal sealed class News : IDisposable
{
    private const string Topic = "heard-by-test";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = new();
    private readonly NpgsqlDataSource database;
    private readonly IDisposable subscription;

    public News(IServiceProvider services)
    {
        database = services.GetRequiredService<NpgsqlDataSource>();
        subscription = services.GetRequiredService<DatabaseSignals>().Subscribe(Topic, Hear);
    }

    /// <summary>Signals come in the order of the commits: when ours is heard, so were those before it.</summary>
    public async Task HeardAsync()
    {
        var (name, heard) = (Guid.NewGuid().ToString("N"), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        awaited[name] = heard;
        try
        {
            using var patience = new CancellationTokenSource(Patience);
            while (!heard.Task.IsCompleted)
            {
                await using (var notify = database.CreateCommand($"select pg_notify('{DatabaseSignals.Channel}', '{Topic}:{name}')"))
                {
                    await notify.ExecuteNonQueryAsync(patience.Token);
                }

                // Lost when the listener was just away: then once more.
                await Task.WhenAny(heard.Task, Task.Delay(TimeSpan.FromSeconds(1), patience.Token));
                patience.Token.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            awaited.TryRemove(name, out _);
        }
    }

    public void Dispose() => subscription.Dispose();

    private void Hear(string? name)
    {
        if (name is not null && awaited.TryGetValue(name, out var heard))
        {
            heard.TrySetResult();
        }
    }
}

/// <summary>Answers to a request that writes come back when its signals were heard.</summary>
internal sealed class NewsHandler(Site site) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get && request.Method != HttpMethod.Head)
        {
            await site.HeardAsync();
        }

        return answer;
    }
}
