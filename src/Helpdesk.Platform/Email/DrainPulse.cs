using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Platform.Email;

/// <summary>Whether the drain lives: it asks for due mails again and again and gets an answer. What the mail server says is no matter of its health.</summary>
internal sealed class DrainPulse(TimeProvider clock, ILogger<DrainPulse> logger) : IHealthCheck
{
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(60);

    private long lastBeat = clock.GetTimestamp();
    private volatile string state = "";
    private volatile bool isLeftToOthers;

    /// <summary>This instance does not send.</summary>
    public void LeaveToOthers() => isLeftToOthers = true;

    public void Beat()
    {
        Volatile.Write(ref lastBeat, clock.GetTimestamp());
        state = "";
    }

    public void Missed(Exception exception)
    {
        state = $" The last try ended with {exception.GetType().Name}.";
        logger.LogError(exception, "The outbox could not be asked for due mails; it is tried again");
    }

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var silence = clock.GetElapsedTime(Volatile.Read(ref lastBeat));
        return Task.FromResult(isLeftToOthers || silence <= LongestSilence
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Nobody has looked for due mails for {silence.TotalSeconds:0} s.{state}"));
    }
}
