using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Reports;

namespace Helpdesk.Tests.Tickets;

public sealed class SpreadTests
{
    [Fact]
    public void Shown_one_after_the_other_they_give_what_all_of_them_at_once_give()
    {
        var random = new Random(4);
        for (var count = 0; count <= 120; count++)
        {
            var took = Enumerable.Range(0, count).Select(_ => random.NextInt64(0, TimeSpan.TicksPerDay)).Order().ToArray();
            var spread = default(Spread);
            foreach (var _ in took)
            {
                spread.Expect();
            }

            foreach (var ticks in took)
            {
                spread.Show(ticks);
            }

            Assert.Equal(Spread.Of(took), spread.ToView());
        }
    }

    [Fact]
    public void Median_and_nine_of_ten_lie_between_two_values_where_a_line_between_them_would()
    {
        Assert.Equal(new TimeSpread(0, null, null), Spread.Of([]));
        Assert.Equal(new TimeSpread(1, 7, 7), Spread.Of(Minutes(7)));
        Assert.Equal(new TimeSpread(2, 15, 19), Spread.Of(Minutes(10, 20)));
        Assert.Equal(new TimeSpread(4, 25, 37), Spread.Of(Minutes(10, 20, 30, 40)));
        Assert.Equal(new TimeSpread(11, 5, 9), Spread.Of(Minutes([.. Enumerable.Range(0, 11)])));
        Assert.Equal(new TimeSpread(3, 4, 4), Spread.Of(Minutes(4, 4, 4)));
    }

    private static long[] Minutes(params int[] minutes) => [.. minutes.Select(minute => minute * TimeSpan.TicksPerMinute)];
}
