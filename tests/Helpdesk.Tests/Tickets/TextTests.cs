using Helpdesk.Platform;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;

namespace Helpdesk.Tests.Tickets;

public sealed class TextTests
{
    [Theory]
    [InlineData("open", TicketStatus.Open)]
    [InlineData("waiting_on_employee", TicketStatus.WaitingOnEmployee)]
    [InlineData("Open", null)]
    [InlineData("waiting", null)]
    [InlineData("0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_word_is_read_exactly(string? word, object? expected) => Assert.Equal((TicketStatus?)expected, Words.Read<TicketStatus>(word));

    [Fact]
    public void Choices_are_said_in_a_sentence() =>
        Assert.Equal("Choose a status: open, in_progress, waiting_on_employee, resolved or closed.", TextRules.Choose<TicketStatus>("status"));

    [Fact]
    public void Tags_are_small_without_blanks_and_each_once() =>
        Assert.Equal("vpn|wi-fi", string.Join('|', Tags.Normalise([" VPN ", "", "vpn", null, "Wi-Fi", "   "])));

    [Theory]
    [InlineData("a,b")]
    [InlineData("a\nb")]
    public void A_tag_is_one_word_on_one_line(string tag) => Assert.NotNull(Tags.Fault([tag]));

    [Theory]
    [InlineData("2027-03-28", "2027-03-27T23:00:00Z", "2027-03-28T22:00:00Z")] // 23 hours: clocks go forward
    [InlineData("2027-10-31", "2027-10-30T22:00:00Z", "2027-10-31T23:00:00Z")] // 25 hours: clocks go back
    [InlineData("2027-03-01T14:00:00Z", "2027-03-01T14:00:00Z", "2027-03-01T14:00:00.000001Z")]
    [InlineData("2027-03-01T14:00:00+02:00", "2027-03-01T12:00:00Z", "2027-03-01T12:00:00.000001Z")]
    public void A_day_is_the_readers_day(string text, string begins, string ends)
    {
        var time = FilterTime.Read(text, new CurrentUser { TimeZone = "Europe/Vienna" })!;
        Assert.Equal(DateTimeOffset.Parse(begins, null), time.Begins);
        Assert.Equal(DateTimeOffset.Parse(ends, null), time.Ends);
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2027-13-01")]
    [InlineData("2027-03-01T14:00:00")]
    [InlineData("01/03/2027")]
    [InlineData("9999-12-31")]
    public void What_is_no_time_is_none(string text) => Assert.Null(FilterTime.Read(text, new CurrentUser()));

    [Fact]
    public void Today_begins_at_the_readers_midnight_also_where_there_is_none()
    {
        // In Santiago clocks go forward at midnight of 5 September 2027: the day begins at one o'clock.
        var reader = new CurrentUser { TimeZone = "America/Santiago" };
        Assert.Equal(
            new DateTimeOffset(2027, 9, 5, 4, 0, 0, TimeSpan.Zero),
            LocalDays.Today(new DateTimeOffset(2027, 9, 5, 15, 0, 0, TimeSpan.Zero), reader));
        Assert.Equal(
            new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero),
            LocalDays.Today(new DateTimeOffset(2027, 3, 1, 23, 59, 0, TimeSpan.Zero), new CurrentUser { TimeZone = "No/Where" }));
    }

    [Fact]
    public void Counts_end_at_a_thousand()
    {
        Assert.Equal("0", QueueCounts.Show(0));
        Assert.Equal("1000", QueueCounts.Show(1_000));
        Assert.Equal("1000+", QueueCounts.Show(1_001));
    }
}
