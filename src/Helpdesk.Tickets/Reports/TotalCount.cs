using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>Counts packed facts of a time in all, which takes a fraction of what parts and groups do.</summary>
internal static class TotalCount
{
    public static TicketFlow Of(DateTimeOffset begins, DateTimeOffset ends, IReadOnlyList<DayOfFacts> days)
    {
        var counts = new CountedFacts[2];
        Parallel.For(0, counts.Length, kind => counts[kind] = Of((FactKind)kind, DayOfFacts.Minute(begins), DayOfFacts.Minute(ends), days));
        var (created, resolved) = (counts[(int)FactKind.Created], counts[(int)FactKind.Resolved]);
        return new(created.Count, resolved.Count, created.Took, resolved.Took);
    }

    private static CountedFacts Of(FactKind kind, long begins, long ends, IReadOnlyList<DayOfFacts> days)
    {
        var mine = days.Where(day => day.Kind == kind).ToList();
        var took = GC.AllocateUninitializedArray<long>(mine.Sum(day => day.Facts().Length));
        var (all, done) = (0, 0);
        foreach (var day in mine)
        {
            var (first, last) = (begins - day.FirstMinute, ends - day.FirstMinute);
            foreach (var fact in day.Facts())
            {
                if (fact.Minute < first || fact.Minute >= last)
                {
                    continue;
                }

                all++;
                if (fact.IsDone)
                {
                    took[done++] = fact.Took;
                }
            }
        }

        Array.Sort(took, 0, done);
        return new(all, Spread.Of(took.AsSpan(0, done)));
    }
}
