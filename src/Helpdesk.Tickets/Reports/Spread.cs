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
        if (seen == 0)
        {
            median.Among(count);
            nineOfTen.Among(count);
        }

        median.Take(ticks, seen);
        nineOfTen.Take(ticks, seen);
        seen++;
    }

    public TimeSpread ToView() => count == 0 ? new(0, null, null) : new(count, median.Minutes, nineOfTen.Minutes);

    /// <summary>As percentile_cont of PostgreSQL has it: between two of them it lies where a straight line between them would.</summary>
    private sealed class Quantile(double share)
    {
        private double place;
        private int rankBelow;
        private int rankAbove;
        private long below;
        private long above;

        public double Minutes => (below + ((above - below) * (place - rankBelow))) / TimeSpan.TicksPerMinute;

        public void Among(int count)
        {
            place = share * (count - 1);
            (rankBelow, rankAbove) = ((int)Math.Floor(place), (int)Math.Ceiling(place));
        }

        public void Take(long ticks, int rank)
        {
            if (rank == rankBelow)
            {
                below = ticks;
            }

            if (rank == rankAbove)
            {
                above = ticks;
            }
        }
    }
}
