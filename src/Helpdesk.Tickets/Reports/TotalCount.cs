using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Reports;

/// <summary>Counts packed facts of a time in all, which takes a fraction of what parts and groups do.</summary>
internal static class TotalCount
{
    public static TicketFlow Of(DateTimeOffset begins, DateTimeOffset ends, IReadOnlyList<DayOfFacts> days)
    {
        var flow = new Flow();
        foreach (var day in days)
        {
            var (first, last) = (DayOfFacts.Minute(begins) - day.FirstMinute, DayOfFacts.Minute(ends) - day.FirstMinute);
            foreach (var fact in day.Facts())
            {
                if (fact.Minute >= first && fact.Minute < last)
                {
                    flow.Count(day.Kind, fact);
                }
            }
        }

        return flow.ToView();
    }
}
