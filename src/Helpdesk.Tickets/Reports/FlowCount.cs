using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>Counts packed facts into the parts of a time, and by what the tickets belong to. Made for a million of them.</summary>
internal sealed class FlowCount
{
    public FlowCount(IReadOnlyList<DateTimeOffset> cuts, IReadOnlyList<DayOfFacts> days)
    {
        var minutes = cuts.Select(DayOfFacts.Minute).ToArray();
        // What came and what was done have nothing to do with each other.
        var counts = new KindCount[2];
        Parallel.For(0, counts.Length, kind => counts[kind] = new KindCount((FactKind)kind, minutes, days));
        var (created, resolved) = (counts[(int)FactKind.Created], counts[(int)FactKind.Resolved]);

        Total = Flow(created.Total, resolved.Total);
        Parts = [.. Enumerable.Range(0, minutes.Length - 1).Select(part => Flow(created.Part(part), resolved.Part(part)))];
        Channels = [.. Enum.GetValues<TicketChannel>().Select(channel => Flow(created.Channel(channel), resolved.Channel(channel)))];
        Categories = Joined(created.Categories, resolved.Categories);
        Teams = Joined(created.Teams, resolved.Teams);
        Assignees = Joined(created.Assignees, resolved.Assignees);
    }

    public TicketFlow Total { get; }

    public IReadOnlyList<TicketFlow> Parts { get; }

    public IReadOnlyDictionary<Guid, TicketFlow> Categories { get; }

    /// <summary>Those of no team have the empty id.</summary>
    public IReadOnlyDictionary<Guid, TicketFlow> Teams { get; }

    /// <summary>Those of nobody have the empty id.</summary>
    public IReadOnlyDictionary<Guid, TicketFlow> Assignees { get; }

    /// <summary>In the order of the channels.</summary>
    public IReadOnlyList<TicketFlow> Channels { get; }

    private static TicketFlow Flow(CountedFacts created, CountedFacts resolved) => new(created.Count, resolved.Count, created.Took, resolved.Took);

    private static Dictionary<Guid, TicketFlow> Joined(IReadOnlyDictionary<Guid, CountedFacts> created, IReadOnlyDictionary<Guid, CountedFacts> resolved) =>
        created.Keys.Union(resolved.Keys).ToDictionary(
            key => key,
            key => Flow(created.GetValueOrDefault(key, CountedFacts.None), resolved.GetValueOrDefault(key, CountedFacts.None)));
}
