using Helpdesk.Platform.Live;

namespace Helpdesk.KnowledgeBase.Reading;

/// <summary>Hears of every change to what readers see, whichever instance made it. What is kept in memory is kept for one generation.</summary>
internal sealed class ItemChanges : IDisposable
{
    /// <summary>What triggers on items and categories say.</summary>
    public const string Topic = "kb";

    private readonly List<IDisposable> subscriptions;
    private long generation;

    public ItemChanges(DatabaseSignals signals) => subscriptions =
    [
        // Null after a lost connection as well: nobody knows what was missed.
        signals.Subscribe(Topic, _ => Interlocked.Increment(ref generation)),
        signals.Subscribe("settings", _ => Interlocked.Increment(ref generation)),
    ];

    public long Generation => Interlocked.Read(ref generation);

    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
}
