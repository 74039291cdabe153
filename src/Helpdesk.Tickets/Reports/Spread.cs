using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Tickets.Reports;

/// <summary>How long things took in one place: told how many there are, then shown each, the shortest first. So it keeps four of them instead of all.</summary>
internal struct Spread
{
    private const double Most = 0.9;

    private int expected;
    private int shown;
    private int next;
    private long medianLow;
    private long medianHigh;
    private long mostLow;
    private long mostHigh;

    public void Expect() => expected++;

    public void Show(long ticks)
    {
        var place = shown++;
        if (place >= next)
        {
            Note(place, ticks);
        }
    }

    /// <summary>Once all were shown.</summary>
    public readonly TimeSpread ToView() => expected == 0
        ? new(0, null, null)
        : new(expected, new Quantile(expected, 0.5).Minutes(medianLow, medianHigh), new Quantile(expected, Most).Minutes(mostLow, mostHigh));

    /// <param name="took">Ticks, the shortest first.</param>
    public static TimeSpread Of(ReadOnlySpan<long> took)
    {
        if (took.IsEmpty)
        {
            return new(0, null, null);
        }

        var (median, most) = (new Quantile(took.Length, 0.5), new Quantile(took.Length, Most));
        return new(took.Length, median.Minutes(took[median.Place], Next(took, median)), most.Minutes(took[most.Place], Next(took, most)));
    }

    private static long Next(ReadOnlySpan<long> took, Quantile quantile) => took[Math.Min(quantile.Place + 1, took.Length - 1)];

    private void Note(int place, long ticks)
    {
        var (median, most) = (new Quantile(expected, 0.5).Place, new Quantile(expected, Most).Place);
        medianLow = place == median ? ticks : medianLow;
        medianHigh = place == median || place == median + 1 ? ticks : medianHigh;
        mostLow = place == most ? ticks : mostLow;
        mostHigh = place == most || place == most + 1 ? ticks : mostHigh;
        // What lies in between is not looked at.
        next = place < median ? median : place == median || place == most ? place + 1 : place < most ? most : int.MaxValue;
    }
}
