using Helpdesk.Tickets.Contracts;
using MathNet.Numerics.Statistics;

namespace Helpdesk.Tickets.Reports;

/// <summary>How long things took.</summary>
internal sealed class Spread
{
    // Whole numbers of ticks; a double holds them exactly up to 28 years.
    private readonly List<double> took = [];

    public void Add(long ticks) => took.Add(ticks);

    public TimeSpread ToView()
    {
        double[] all = [.. took];
        return all.Length == 0 ? new(0, null, null) : new(all.Length, Minutes(all, 0.5), Minutes(all, 0.9));
    }

    // As percentile_cont of PostgreSQL has it: between two of them it lies where a straight line between them would.
    private static double Minutes(double[] all, double share) =>
        ArrayStatistics.QuantileCustomInplace(all, share, QuantileDefinition.R7) / TimeSpan.TicksPerMinute;
}
