using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Tickets.Reports;

/// <summary>How long things took. It is told first how many there are, then each in ascending order, and keeps only those that decide.</summary>
internal sealed class Spread
{
    private readonly Quantile median = new(0.5);
    private readonly Quantile nineOfTen = new(0.9);
    private int count;
    private int seen;

    public void Expect() => count++;

    public void Take(long ticks)
    {
        median.Take(ticks, seen, count);
        nineOfTen.Take(ticks, seen, count);
        seen++;
    }

    public TimeSpread ToView() => new(count, median.Minutes(count), nineOfTen.Minutes(count));

    /// <summary>As percentile_cont of PostgreSQL has it: between two of them it lies where a straight line between them would.</summary>
    private sealed class Quantile(double share)
    {
        private long below;
        private long above;

        public void Take(long ticks, int rank, int count)
        {
            var place = share * (count - 1);
            below = rank == (int)Math.Floor(place) ? ticks : below;
            above = rank == (int)Math.Ceiling(place) ? ticks : above;
        }

        public double? Minutes(int count)
        {
            var place = share * (count - 1);
            return count == 0 ? null : (below + ((above - below) * (place - Math.Floor(place)))) / TimeSpan.TicksPerMinute;
        }
    }
}
