using System.Runtime.InteropServices;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>Counts packed facts into the parts of a time, and by what the tickets belong to. Made for a million of them: nothing is allocated for a fact.</summary>
internal sealed class FlowCount
{
    private readonly long[] cuts;
    private readonly Flow total = new();
    private readonly Flow[] parts;
    private readonly Dictionary<Guid, Flow> categories = [];
    private readonly Dictionary<Guid, Flow> teams = [];
    private readonly Dictionary<Guid, Flow> assignees = [];
    private readonly Flow[] channels = [.. Enum.GetValues<TicketChannel>().Select(_ => new Flow())];

    public FlowCount(IReadOnlyList<DateTimeOffset> cuts, IReadOnlyList<DayOfFacts> days)
    {
        this.cuts = [.. cuts.Select(DayOfFacts.Minute)];
        parts = [.. cuts.Skip(1).Select(_ => new Flow())];
        foreach (var kind in Enum.GetValues<FactKind>())
        {
            Count(kind, [.. days.Where(day => day.Kind == kind)]);
        }
    }

    public TicketFlow Total => total.ToView();

    public IReadOnlyList<TicketFlow> Parts => [.. parts.Select(part => part.ToView())];

    public IReadOnlyDictionary<Guid, Flow> Categories => categories;

    /// <summary>Those of no team have the empty id.</summary>
    public IReadOnlyDictionary<Guid, Flow> Teams => teams;

    /// <summary>Those of nobody have the empty id.</summary>
    public IReadOnlyDictionary<Guid, Flow> Assignees => assignees;

    /// <summary>In the order of the channels.</summary>
    public IReadOnlyList<Flow> Channels => channels;

    private void Count(FactKind kind, IReadOnlyList<DayOfFacts> days)
    {
        var most = days.Sum(day => day.Facts().Length);
        List<long> took = new(most);
        List<Places> places = new(most);
        foreach (var day in days)
        {
            var begins = day.FirstMinute;
            var (ofCategory, ofTeam, ofAssignee) = (new Flow?[day.Keys.Length + 1], new Flow?[day.Keys.Length + 1], new Flow?[day.Keys.Length + 1]);
            foreach (var fact in day.Facts())
            {
                if (PartAt(begins + fact.Minute) is not { } part)
                {
                    continue;
                }

                var place = new Places(
                    part,
                    ofCategory[fact.Category] ??= FlowOf(categories, day, fact.Category),
                    ofTeam[fact.Team] ??= FlowOf(teams, day, fact.Team),
                    ofAssignee[fact.Assignee] ??= FlowOf(assignees, day, fact.Assignee),
                    channels[fact.Channel]);
                total.Count(kind, fact.IsDone);
                place.Count(kind, fact.IsDone);
                if (fact.IsDone)
                {
                    took.Add(fact.Took);
                    places.Add(place);
                }
            }
        }

        // Sorted once, then dealt out: so the times of every part and group come in order too.
        var order = Enumerable.Range(0, took.Count).ToArray();
        CollectionsMarshal.AsSpan(took).Sort(order.AsSpan());
        for (var i = 0; i < order.Length; i++)
        {
            total.Take(kind, took[i]);
            places[order[i]].Take(kind, took[i]);
        }
    }

    private Flow? PartAt(long minute)
    {
        var found = Array.BinarySearch(cuts, minute);
        var index = found >= 0 ? found : ~found - 1;
        return index >= 0 && index < parts.Length ? parts[index] : null;
    }

    private static Flow FlowOf(Dictionary<Guid, Flow> flows, DayOfFacts day, ushort place)
    {
        var key = place == 0 ? Guid.Empty : day.Keys[place - 1];
        ref var flow = ref CollectionsMarshal.GetValueRefOrAddDefault(flows, key, out _);
        return flow ??= new Flow();
    }

    /// <summary>Where one ticket counts.</summary>
    private readonly record struct Places(Flow Part, Flow Category, Flow Team, Flow Assignee, Flow Channel)
    {
        public void Count(FactKind kind, bool isDone)
        {
            Part.Count(kind, isDone);
            Category.Count(kind, isDone);
            Team.Count(kind, isDone);
            Assignee.Count(kind, isDone);
            Channel.Count(kind, isDone);
        }

        public void Take(FactKind kind, long ticks)
        {
            Part.Take(kind, ticks);
            Category.Take(kind, ticks);
            Team.Take(kind, ticks);
            Assignee.Take(kind, ticks);
            Channel.Take(kind, ticks);
        }
    }
}

/// <summary>What is counted in one place.</summary>
internal sealed class Flow
{
    private readonly Spread firstAnswers = new();
    private readonly Spread resolutions = new();
    private int created;
    private int resolved;

    public void Count(FactKind kind, bool isDone)
    {
        created += kind == FactKind.Created ? 1 : 0;
        resolved += kind == FactKind.Resolved ? 1 : 0;
        if (isDone)
        {
            SpreadOf(kind).Expect();
        }
    }

    public void Take(FactKind kind, long ticks) => SpreadOf(kind).Take(ticks);

    public TicketFlow ToView() => new(created, resolved, firstAnswers.ToView(), resolutions.ToView());

    private Spread SpreadOf(FactKind kind) => kind == FactKind.Created ? firstAnswers : resolutions;
}
