namespace Helpdesk.IntegrationTests.KnowledgeBase.Extraction;

/// <summary>A clock whose every wait is over in a tenth of a second.</summary>
internal sealed class ImpatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(100), period);
}

/// <summary>A clock whose every wait is twenty times as long, for machines that do much else.</summary>
internal sealed class PatientClock : TimeProvider
{
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime * 20 : dueTime, period);
}

/// <summary>A file that goes on slowly and for ever.</summary>
internal sealed class EndlessStream : MemoryStream
{
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        await Task.Delay(5, cancellationToken);
        buffer.Span[0] = (byte)' ';
        return 1;
    }
}
