using Helpdesk.Admin.ShowReports;
using Helpdesk.Platform;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Tests.Admin;

public sealed class ReportRangeTests
{
    // A Wednesday, 14:05 in Vienna.
    private static readonly DateTimeOffset Now = new(2027, 3, 31, 12, 5, 30, TimeSpan.Zero);

    private static readonly CurrentUser Reader = new() { TimeZone = "Europe/Vienna" };

    [Fact]
    public void Days_are_cut_at_midnight_of_the_reader_also_when_clocks_are_moved()
    {
        var range = Read(new ReportsRequest { Range = "7" });
        Assert.Equal((new DateOnly(2027, 3, 25), new DateOnly(2027, 3, 31), ReportUnit.Day), (range.First, range.Last, range.Unit));
        // The 28th has 23 hours.
        Assert.Equal(["03-24 23:00", "03-25 23:00", "03-26 23:00", "03-27 23:00", "03-28 22:00", "03-29 22:00", "03-30 22:00", "03-31 12:06"], Say(range.Cuts));
        Assert.Equal(["03-17 23:00", "03-24 13:06"], Say(range.Before));
        Assert.True(range.IsUnfinished);
    }

    [Fact]
    public void Long_ranges_are_cut_into_weeks_and_months_and_begin_with_their_first_day()
    {
        var weeks = Read(new ReportsRequest { From = "2027-01-06", To = "2027-03-14" });
        Assert.Equal(ReportUnit.Week, weeks.Unit);
        Assert.Equal(["01-05 23:00", "01-10 23:00"], Say(weeks.Cuts).Take(2));
        Assert.Equal("03-14 23:00", Say(weeks.Cuts)[^1]);
        Assert.False(weeks.IsUnfinished);

        var months = Read(new ReportsRequest { Range = "12m" });
        Assert.Equal((new DateOnly(2026, 4, 1), ReportUnit.Month), (months.First, months.Unit));
        Assert.Equal(13, months.Cuts.Count);
    }

    [Theory]
    [InlineData(0.2, "under 1 min")]
    [InlineData(59.4, "59 min")]
    [InlineData(60.0, "1 h")]
    [InlineData(130.0, "2 h 10 min")]
    [InlineData(1500.0, "1 day 1 h")]
    [InlineData(4320.0, "3 days")]
    [InlineData(null, "–")]
    public void Times_are_said_in_two_units(double? minutes, string said) => Assert.Equal(said, ReportWords.Time(minutes));

    [Fact]
    public void Changes_are_said_in_words()
    {
        var range = RangeView.Of(Read(new ReportsRequest { Range = "30" }), Now);
        Assert.Equal("12 more than in the 30 days before (54)", ReportWords.Change(66, 54, range));
        Assert.Equal("1,000 fewer than in the 30 days before (1,234)", ReportWords.Change(234, 1_234, range));
        Assert.Equal("as many as in the 30 days before", ReportWords.Change(3, 3, range));
        Assert.Equal("25 min less than in the 30 days before (2 h 10 min)", ReportWords.Change(105.0, 130.2, range));
        Assert.Equal("nothing to compare with in the 30 days before", ReportWords.Change(105.0, null, range));
        Assert.Equal("More than 30 days", ReportWords.Of(new TicketAge(30, null, 4)));
        Assert.Equal("31 Jan 2027 to 1 Mar 2027, 14:06", ReportWords.Compared(range, Reader));
    }

    private static ReportRange Read(ReportsRequest request) => ReportRange.Read(request, Now, Reader).Value!;

    private static List<string> Say(IEnumerable<DateTimeOffset> cuts) =>
        [.. cuts.Select(cut => cut.UtcDateTime.ToString("MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture))];
}
