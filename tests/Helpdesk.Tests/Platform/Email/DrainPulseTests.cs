using Helpdesk.Platform.Email;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpdesk.Tests.Platform.Email;

public sealed class DrainPulseTests
{
    private readonly TurnedClock clock = new();

    [Fact]
    public async Task A_drain_that_looks_for_mails_is_well()
    {
        var pulse = Pulse();
        for (var minute = 0; minute < 5; minute++)
        {
            clock.Elapsed += TimeSpan.FromSeconds(55);
            pulse.Beat();
            Assert.Equal(HealthStatus.Healthy, (await LookAsync(pulse)).Status);
        }
    }

    [Fact]
    public async Task A_drain_that_has_not_looked_for_a_minute_is_not()
    {
        var pulse = Pulse();
        clock.Elapsed += TimeSpan.FromSeconds(59);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(pulse)).Status);
        clock.Elapsed += TimeSpan.FromSeconds(2);
        Assert.Equal(HealthStatus.Unhealthy, (await LookAsync(pulse)).Status);
        pulse.Beat();
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(pulse)).Status);
    }

    [Fact]
    public async Task Tries_that_failed_are_no_sign_of_life_and_are_named()
    {
        var pulse = Pulse();
        clock.Elapsed += TimeSpan.FromSeconds(61);
        pulse.Missed(new TimeoutException("the database is away"));
        var result = await LookAsync(pulse);
        Assert.Equal(HealthStatus.Unhealthy, result.Status);
        Assert.Contains("TimeoutException", result.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_leaves_sending_to_others_is_well()
    {
        var pulse = Pulse();
        pulse.LeaveToOthers();
        clock.Elapsed += TimeSpan.FromHours(1);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(pulse)).Status);
    }

    private DrainPulse Pulse() => new(clock, NullLogger<DrainPulse>.Instance);

    private static Task<HealthCheckResult> LookAsync(DrainPulse pulse) => pulse.CheckHealthAsync(new HealthCheckContext());

    private sealed class TurnedClock : TimeProvider
    {
        public TimeSpan Elapsed { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Elapsed.Ticks;
    }
}
