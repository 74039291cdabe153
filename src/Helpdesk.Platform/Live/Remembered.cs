using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Live;

/// <summary>What nearly every request needs and what seldom changes, in memory: read anew when a signal says that it changed.</summary>
public sealed class Remembered<T> : IDisposable
    where T : class
{
    // A signal can be lost while the listener is away; then this bounds how long something old is shown.
    private static readonly TimeSpan MaximumAge = TimeSpan.FromSeconds(30);

    private readonly IServiceScopeFactory scopes;
    private readonly TimeProvider clock;
    private readonly Func<IServiceProvider, CancellationToken, Task<T>> read;
    private readonly List<IDisposable> subscriptions;
    private volatile Held? held;
    private int changes;

    /// <param name="scopes">Where the reading takes its services from; a scope for each reading.</param>
    /// <param name="clock">Tells how old it is.</param>
    /// <param name="signals">Where changes are heard of.</param>
    /// <param name="topics">The signals that say that it changed.</param>
    /// <param name="read">Reads it.</param>
    public Remembered(
        IServiceScopeFactory scopes, TimeProvider clock, DatabaseSignals signals, IEnumerable<string> topics, Func<IServiceProvider, CancellationToken, Task<T>> read)
    {
        this.scopes = scopes;
        this.clock = clock;
        this.read = read;
        subscriptions = [.. topics.Select(topic => signals.Subscribe(topic, _ => Forget()))];
    }

    public async ValueTask<T> GetAsync(CancellationToken cancellationToken)
    {
        var known = Volatile.Read(ref changes);
        if (held is { } fresh && fresh.Known == known && clock.GetElapsedTime(fresh.Since) < MaximumAge)
        {
            return fresh.Value;
        }

        var since = clock.GetTimestamp();
        await using var scope = scopes.CreateAsyncScope();
        var value = await read(scope.ServiceProvider, cancellationToken);
        // A change that comes while we read, or just now, makes this old at once.
        held = new Held(value, since, known);
        return value;
    }

    /// <summary>For who sees by something else that it is old.</summary>
    public void Forget() => Interlocked.Increment(ref changes);

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private sealed record Held(T Value, long Since, int Known);
}
