using System.Runtime.InteropServices;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>What came, or what was done: counted in each part of a time and by what the tickets belong to, first how many, then how long they took.</summary>
internal sealed class KindCount
{
    private static readonly int AllChannels = Enum.GetValues<TicketChannel>().Length;

    private readonly long[] cuts;
    private readonly long[] took;
    private readonly Places[] places;
    private readonly Dictionary<Guid, int> categories = [];
    private readonly Dictionary<Guid, int> teams = [];
    private readonly Dictionary<Guid, int> assignees = [];
    private int done;
    private int all;

    // First the parts, then the channels, then the others as they are met.
    private Tally[] tallies;
    private int known;

    public KindCount(FactKind kind, long[] cuts, IReadOnlyList<DayOfFacts> days)
    {
        this.cuts = cuts;
        known = cuts.Length - 1 + AllChannels;
        tallies = new Tally[known + 64];
        var mine = days.Where(day => day.Kind == kind).ToList();
        var most = mine.Sum(day => day.Facts().Length);
        // One block for each, as large as it can become: a year of a million tickets is counted without leaving much behind.
        (took, places) = (GC.AllocateUninitializedArray<long>(most), GC.AllocateUninitializedArray<Places>(most));
        foreach (var day in mine)
        {
            Count(day);
        }

        Array.Sort(took, places, 0, done);
        for (var index = 0; index < done; index++)
        {
            Show(took[index], places[index]);
        }
    }

    public CountedFacts Total => new(all, Spread.Of(took.AsSpan(0, done)));

    public CountedFacts Part(int index) => tallies[index].ToView();

    public CountedFacts Channel(TicketChannel channel) => tallies[cuts.Length - 1 + (int)channel].ToView();

    public IReadOnlyDictionary<Guid, CountedFacts> Categories => View(categories);

    public IReadOnlyDictionary<Guid, CountedFacts> Teams => View(teams);

    public IReadOnlyDictionary<Guid, CountedFacts> Assignees => View(assignees);

    private Dictionary<Guid, CountedFacts> View(Dictionary<Guid, int> numbers) =>
        numbers.ToDictionary(pair => pair.Key, pair => tallies[pair.Value].ToView());

    private void Count(DayOfFacts day)
    {
        var begins = day.FirstMinute;
        var (ofCategory, ofTeam, ofAssignee) = (Unknown(day), Unknown(day), Unknown(day));
        foreach (var fact in day.Facts())
        {
            var part = PartAt(begins + fact.Minute);
            if (part < 0 || part >= cuts.Length - 1)
            {
                continue;
            }

            all++;
            var place = new Places(
                part,
                NumberOf(categories, day, fact.Category, ref ofCategory[fact.Category]),
                NumberOf(teams, day, fact.Team, ref ofTeam[fact.Team]),
                NumberOf(assignees, day, fact.Assignee, ref ofAssignee[fact.Assignee]),
                cuts.Length - 1 + fact.Channel);
            Count(place, fact.IsDone);
            if (fact.IsDone)
            {
                (took[done], places[done]) = (fact.Took, place);
                done++;
            }
        }
    }

    private void Count(in Places place, bool isDone)
    {
        tallies[place.Part].Count(isDone);
        tallies[place.Category].Count(isDone);
        tallies[place.Team].Count(isDone);
        tallies[place.Assignee].Count(isDone);
        tallies[place.Channel].Count(isDone);
    }

    private void Show(long ticks, in Places place)
    {
        tallies[place.Part].Show(ticks);
        tallies[place.Category].Show(ticks);
        tallies[place.Team].Show(ticks);
        tallies[place.Assignee].Show(ticks);
        tallies[place.Channel].Show(ticks);
    }

    private int PartAt(long minute)
    {
        var found = Array.BinarySearch(cuts, minute);
        return found >= 0 ? found : ~found - 1;
    }

    private static int[] Unknown(DayOfFacts day)
    {
        var numbers = new int[day.Keys.Length + 1];
        Array.Fill(numbers, -1);
        return numbers;
    }

    // Kept for the day, so that the key is looked up once.
    private int NumberOf(Dictionary<Guid, int> numbers, DayOfFacts day, ushort place, ref int ofDay)
    {
        if (ofDay >= 0)
        {
            return ofDay;
        }

        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, place == 0 ? Guid.Empty : day.Keys[place - 1], out var isKnown);
        if (!isKnown)
        {
            number = known++;
            if (known > tallies.Length)
            {
                Array.Resize(ref tallies, tallies.Length * 2);
            }
        }

        return ofDay = number;
    }

    /// <summary>The numbers of the tallies in which a ticket counts.</summary>
    private readonly record struct Places(int Part, int Category, int Team, int Assignee, int Channel);

    private struct Tally
    {
        private int all;
        private Spread spread;

        public void Count(bool isDone)
        {
            all++;
            if (isDone)
            {
                spread.Expect();
            }
        }

        public void Show(long ticks) => spread.Show(ticks);

        public readonly CountedFacts ToView() => new(all, spread.ToView());
    }
}

/// <summary>How many there were in one place, and how long those took that were done.</summary>
internal sealed record CountedFacts(int Count, TimeSpread Took)
{
    public static readonly CountedFacts None = new(0, new TimeSpread(0, null, null));
}
