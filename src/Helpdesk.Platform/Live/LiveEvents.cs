using System.Collections.Concurrent;
using Helpdesk.Platform.Http.Errors;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Live;

/// <summary>Hands the signals of the database to the open pages, and looks after their sessions: one statement for all of them, every few seconds.</summary>
internal sealed class LiveEvents(
    DatabaseSignals signals, IEnumerable<ILiveTopic> topics, IServiceScopeFactory scopes, LivePace pace, ILogger<LiveEvents> logger)
    : BackgroundService
{
    public const int StreamsPerSession = 8;

    private readonly ConcurrentDictionary<LiveStream, bool> streams = new();
    private readonly List<IDisposable> subscriptions = [];
    private bool isStopping;

    /// <summary>A stream for the person, or null when the session has too many or the host is going down.</summary>
    public LiveStream? Open(CurrentUser user)
    {
        lock (subscriptions)
        {
            if (isStopping || streams.Keys.Count(stream => stream.User.SessionId == user.SessionId) >= StreamsPerSession)
            {
                return null;
            }

            var stream = new LiveStream(user);
            streams[stream] = true;
            return stream;
        }
    }

    public void Close(LiveStream stream)
    {
        stream.End();
        streams.TryRemove(stream, out _);
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var topic in topics)
        {
            subscriptions.Add(signals.Subscribe(topic.Name, data => Tell(topic, data)));
        }

        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await PulseAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            EndAll();
        }
    }

    public override void Dispose()
    {
        subscriptions.ForEach(subscription => subscription.Dispose());
        base.Dispose();
    }

    /// <summary>Ends every stream at once; an open one would hold up the host's end.</summary>
    public void EndAll()
    {
        lock (subscriptions)
        {
            isStopping = true;
            foreach (var (stream, _) in streams)
            {
                stream.End();
            }
        }
    }

    // Null: the listener was away and does not know what it missed.
    private void Tell(ILiveTopic topic, string? data)
    {
        foreach (var (stream, _) in streams)
        {
            if (data is null)
            {
                stream.MarkBehind();
            }

            stream.Tell(data is null ? LiveSignal.Heartbeat : new LiveSignal(topic, data));
        }
    }

    private async Task PulseAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(pace.Pulse);
        var misses = 0;
        var beat = 0;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (streams.IsEmpty)
            {
                continue;
            }

            try
            {
                await LookAfterSessionsAsync(stoppingToken);
                misses = 0;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogWarning("The sessions of open pages could not be looked up: {Reason}", exception.GetBaseException().Message);
                misses++;
                if (misses >= pace.MissesAllowed || !DatabaseTrouble.IsAway(exception))
                {
                    // Nobody can say any more who these people are.
                    foreach (var (stream, _) in streams)
                    {
                        stream.End();
                    }
                }
            }

            beat = (beat + 1) % pace.PulsesPerHeartbeat;
            if (beat == 0)
            {
                foreach (var (stream, _) in streams)
                {
                    stream.Tell(LiveSignal.Heartbeat);
                }
            }
        }
    }

    private async Task LookAfterSessionsAsync(CancellationToken cancellationToken)
    {
        var open = streams.Keys.ToList();
        await using var scope = scopes.CreateAsyncScope();
        var living = await scope.ServiceProvider.GetRequiredService<ISessionPulse>()
            .FindAsync(open.Select(stream => stream.User.SessionId).ToHashSet(), cancellationToken);
        foreach (var stream in open)
        {
            if (living.TryGetValue(stream.User.SessionId, out var user))
            {
                stream.User = user;
            }
            else
            {
                stream.End();
            }
        }
    }
}

/// <summary>How often sessions are looked up and silence is broken; tests go faster.</summary>
internal sealed record LivePace(TimeSpan Pulse, int PulsesPerHeartbeat, int MissesAllowed)
{
    public static LivePace Usual { get; } = new(TimeSpan.FromSeconds(4), PulsesPerHeartbeat: 4, MissesAllowed: 5);
}
