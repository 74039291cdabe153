using Helpdesk.Platform.Email;

namespace Helpdesk.Tests.Platform.Email;

public sealed class RetryTimesTests
{
    [Fact]
    public void Waits_grow_and_take_about_a_day_in_all()
    {
        var waits = Enumerable.Range(1, 7).Select(attempt => RetryTimes.After(attempt, 0.5)).ToList();
        Assert.Equal(waits.Order(), waits);
        Assert.Equal(TimeSpan.FromSeconds(30), waits[0]);
        Assert.InRange(waits.Aggregate((sum, wait) => sum + wait), TimeSpan.FromHours(22), TimeSpan.FromHours(26));
    }

    [Theory]
    [InlineData(0, 24)]
    [InlineData(1, 36)]
    public void Chance_spreads_a_wait_by_a_fifth(double chance, double seconds) =>
        Assert.Equal(seconds, RetryTimes.After(1, chance).TotalSeconds, precision: 6);

    [Fact]
    public void More_attempts_than_planned_wait_as_the_last_one() => Assert.Equal(RetryTimes.After(7, 0.5), RetryTimes.After(20, 0.5));
}
