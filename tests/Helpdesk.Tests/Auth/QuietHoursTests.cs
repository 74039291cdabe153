using System.Globalization;
using Helpdesk.Auth.Model;

namespace Helpdesk.Tests.Auth;

/// <summary>Quiet hours by the clock on somebody's wall: around midnight, over the changes of summer time, in far zones.</summary>
public sealed class QuietHoursTests
{
    [Theory]
    [InlineData("2026-11-20T20:59:00Z", "Europe/Vienna", "22:00", "07:00", null)]
    [InlineData("2026-11-20T21:00:00Z", "Europe/Vienna", "22:00", "07:00", "2026-11-21T06:00:00Z")]
    [InlineData("2026-11-21T05:59:00Z", "Europe/Vienna", "22:00", "07:00", "2026-11-21T06:00:00Z")]
    [InlineData("2026-11-21T06:00:00Z", "Europe/Vienna", "22:00", "07:00", null)]
    [InlineData("2026-11-20T12:30:00Z", "UTC", "12:00", "13:00", "2026-11-20T13:00:00Z")]
    // The night in which clocks go forward is an hour shorter, and 2:30 is not in it.
    [InlineData("2026-03-28T22:30:00Z", "Europe/Vienna", "22:00", "07:00", "2026-03-29T05:00:00Z")]
    [InlineData("2026-03-28T22:30:00Z", "Europe/Vienna", "22:00", "02:30", "2026-03-29T01:30:00Z")]
    [InlineData("2026-11-20T15:00:00Z", "Asia/Kathmandu", "20:00", "06:15", "2026-11-21T00:30:00Z")]
    [InlineData("2026-11-20T15:00:00Z", "Nowhere/Land", "14:00", "16:00", "2026-11-20T16:00:00Z")]
    public void They_end_when_the_persons_clock_says_so(string now, string zone, string from, string to, string? end) =>
        Assert.Equal(end is null ? null : At(end), QuietHours.EndAfter(At(now), zone, Time(from), Time(to)));

    [Fact]
    public void Half_of_them_or_none_are_none()
    {
        Assert.Null(QuietHours.EndAfter(At("2026-11-20T23:00:00Z"), "UTC", Time("22:00"), null));
        Assert.Null(QuietHours.EndAfter(At("2026-11-20T23:00:00Z"), "UTC", Time("22:00"), Time("22:00")));
    }

    private static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    private static TimeOnly Time(string text) => TimeOnly.Parse(text, CultureInfo.InvariantCulture);
}
