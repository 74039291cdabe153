namespace Helpdesk.Tickets.Reports;

/// <summary>Which of so many values, in order, lies at a share of them. As percentile_cont of PostgreSQL has it: between two of them where a straight line between them would.</summary>
internal readonly struct Quantile
{
    private readonly double rest;

    /// <param name="count">How many values there are; at least one.</param>
    /// <param name="share">From 0 to 1.</param>
    public Quantile(int count, double share)
    {
        var at = (count - 1) * share;
        Place = (int)at;
        rest = at - Place;
    }

    /// <summary>The place of the value below it, counted from zero.</summary>
    public int Place { get; }

    /// <summary>Ticks of the value at its place and of the next one, where there is one, as minutes.</summary>
    public double Minutes(long low, long high) => (low + ((high - low) * rest)) / TimeSpan.TicksPerMinute;
}
