using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>Counts packed facts into the parts of a time, and by what the tickets belong to. Made for a million of them.</summary>
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
        foreach (var day in days)
        {
            Count(day);
        }

        // The medians of a place are found without regard to the others, so all processors find them; the biggest places first.
        Flow[] all = [total, .. channels, .. parts, .. categories.Values, .. teams.Values, .. assignees.Values];
        Parallel.ForEach(Partitioner.Create(all, EnumerablePartitionerOptions.NoBuffering), flow => flow.ToView());
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

    private void Count(DayOfFacts day)
    {
        var begins = day.FirstMinute;
        var (ofCategory, ofTeam, ofAssignee) = (new Flow?[day.Keys.Length + 1], new Flow?[day.Keys.Length + 1], new Flow?[day.Keys.Length + 1]);
        foreach (var fact in day.Facts())
        {
            if (PartAt(begins + fact.Minute) is not { } part)
            {
                continue;
            }

            total.Count(day.Kind, fact);
            part.Count(day.Kind, fact);
            (ofCategory[fact.Category] ??= FlowOf(categories, day, fact.Category)).Count(day.Kind, fact);
            (ofTeam[fact.Team] ??= FlowOf(teams, day, fact.Team)).Count(day.Kind, fact);
            (ofAssignee[fact.Assignee] ??= FlowOf(assignees, day, fact.Assignee)).Count(day.Kind, fact);
            channels[fact.Channel].Count(day.Kind, fact);
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
}

/// <summary>What is counted in one place.</summary>
internal sealed class Flow
{
    private readonly Spread firstAnswers = new();
    private readonly Spread resolutions = new();
    private int created;
    private int resolved;
    private TicketFlow? view;

    public void Count(FactKind kind, in PackedFact fact)
    {
        created += kind == FactKind.Created ? 1 : 0;
        resolved += kind == FactKind.Resolved ? 1 : 0;
        if (fact.IsDone)
        {
            (kind == FactKind.Created ? firstAnswers : resolutions).Add(fact.Took);
        }
    }

    /// <summary>Once nothing more is counted.</summary>
    public TicketFlow ToView() => view ??= new(created, resolved, firstAnswers.ToView(), resolutions.ToView());
}
