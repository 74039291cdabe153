using System.Threading.RateLimiting;

namespace Helpdesk.Tickets.Reports;

/// <summary>Lets few be counted at once, the others wait: the facts of a busy year take tens of megabytes while they are counted, and processors.</summary>
internal sealed class CountingTurns : IDisposable
{
    private const int AtOnce = 4;

    private readonly ConcurrencyLimiter limiter = new(new() { PermitLimit = AtOnce, QueueLimit = int.MaxValue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    /// <summary>The turn ends when what is returned is disposed of.</summary>
    public ValueTask<RateLimitLease> TakeAsync(CancellationToken cancellationToken) => limiter.AcquireAsync(1, cancellationToken);

    public void Dispose() => limiter.Dispose();
}
