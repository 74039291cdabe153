using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Helpdesk.Platform.Live;

/// <summary>Hears what any instance wrote, through PostgreSQL's LISTEN/NOTIFY. A payload reads "topic:data"; what is sent while the connection is down is lost, so each subscriber is told of a reconnection and looks for itself.</summary>
public sealed class DatabaseSignals(NpgsqlDataSource dataSource, ILogger<DatabaseSignals> logger) : BackgroundService
{
    public const string Channel = "helpdesk";

    private readonly ConcurrentDictionary<long, Subscription> subscriptions = new();
    private long lastId;

    /// <summary>Calls <paramref name="heard"/> with the data of each signal of the topic, and with null after a reconnection. The callback must be quick and must not throw.</summary>
    public IDisposable Subscribe(string topic, Action<string?> heard)
    {
        var subscription = new Subscription(this, Interlocked.Increment(ref lastId), topic, heard);
        subscriptions[subscription.Id] = subscription;
        return subscription;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
            {
                logger.LogWarning("The listener lost the database ({Reason}); it tries again", exception.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(500), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        // It stays open for good; the data source's keep-alive is what notices a dead peer.
        await using var connection = dataSource.CreateConnection();
        connection.Notification += (_, notification) => Tell(notification.Payload);
        await connection.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"listen {Channel}", connection))
        {
            await listen.ExecuteNonQueryAsync(stoppingToken);
        }

        foreach (var subscription in subscriptions.Values)
        {
            subscription.Heard(null);
        }

        while (true)
        {
            await connection.WaitAsync(stoppingToken);
        }
    }

    private void Tell(string payload)
    {
        var colon = payload.IndexOf(':', StringComparison.Ordinal);
        var topic = colon < 0 ? payload : payload[..colon];
        var data = colon < 0 ? "" : payload[(colon + 1)..];
        foreach (var subscription in subscriptions.Values)
        {
            if (subscription.Topic == topic)
            {
                subscription.Heard(data);
            }
        }
    }

    private sealed record Subscription(DatabaseSignals Owner, long Id, string Topic, Action<string?> Heard) : IDisposable
    {
        public void Dispose() => Owner.subscriptions.TryRemove(Id, out _);
    }
}
