using System.Threading.Channels;

namespace Helpdesk.Platform.Live;

/// <summary>What one open page is still to hear. A reader who cannot keep up loses the oldest and is told to look anew.</summary>
internal sealed class LiveStream
{
    private const int Capacity = 64;

    private readonly Channel<LiveSignal> signals;
    private int isBehind;

    public LiveStream(CurrentUser user)
    {
        User = user;
        signals = Channel.CreateBounded<LiveSignal>(
            new BoundedChannelOptions(Capacity) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => MarkBehind());
    }

    /// <summary>The person as the last look at the session told.</summary>
    public CurrentUser User { get; set; }

    public ChannelReader<LiveSignal> Signals => signals.Reader;

    public void Tell(LiveSignal signal) => signals.Writer.TryWrite(signal);

    /// <summary>Something was missed; the reader is told before anything else.</summary>
    public void MarkBehind() => Volatile.Write(ref isBehind, 1);

    public bool TakeBehind() => Interlocked.Exchange(ref isBehind, 0) == 1;

    public void End() => signals.Writer.TryComplete();
}

/// <summary>What a stream is told: news of a topic, or only that time passes (no topic).</summary>
internal readonly record struct LiveSignal(ILiveTopic? Topic, string Data)
{
    public static LiveSignal Heartbeat => default;
}
