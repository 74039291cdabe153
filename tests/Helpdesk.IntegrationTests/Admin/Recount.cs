using Helpdesk.Tickets.Model;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>Counts the tickets again, one by one and without haste: every moment is turned into the local day, and nothing is cut beforehand.</summary>
internal sealed class Recount(IReadOnlyList<Ticket> tickets, TimeZoneInfo zone)
{
    public Counted All(DateOnly first, DateOnly last) => Of(tickets, moment => DayOf(moment) is var day && day >= first && day <= last);

    public Counted Between(DateTimeOffset begins, DateTimeOffset ends) => Of(tickets, moment => moment >= begins && moment < ends);

    public IReadOnlyList<Counted> Days(DateOnly first, DateOnly last) => Parts(first, last, day => day);

    public IReadOnlyList<Counted> Weeks(DateOnly first, DateOnly last) => Parts(first, last, day =>
    {
        while (day > first && day.DayOfWeek != DayOfWeek.Monday)
        {
            day = day.AddDays(-1);
        }

        return day;
    });

    public IReadOnlyList<Counted> Months(DateOnly first, DateOnly last) => Parts(first, last, day => day.Year == first.Year && day.Month == first.Month ? first : new DateOnly(day.Year, day.Month, 1));

    /// <summary>Hours that have passed since the first minute of the day.</summary>
    public IReadOnlyList<Counted> Hours(DateOnly day)
    {
        var begins = new DateTimeOffset(day.AddDays(-2).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        while (DayOf(begins) < day)
        {
            begins = begins.AddMinutes(1);
        }

        List<Counted> hours = [];
        for (var hour = begins; DayOf(hour) == day; hour = hour.AddHours(1))
        {
            hours.Add(Of(tickets, moment => DayOf(moment) == day && moment >= hour && moment < hour.AddHours(1)));
        }

        return hours;
    }

    public IReadOnlyDictionary<string, Counted> By(DateOnly first, DateOnly last, Func<Ticket, string> nameOf) => tickets.GroupBy(nameOf)
        .Select(group => (group.Key, Counted: Of([.. group], moment => DayOf(moment) is var day && day >= first && day <= last)))
        .Where(group => group.Counted.Created + group.Counted.Resolved > 0)
        .ToDictionary(group => group.Key, group => group.Counted);

    private List<Counted> Parts(DateOnly first, DateOnly last, Func<DateOnly, DateOnly> partOf)
    {
        var parts = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays).Select(partOf).Distinct();
        return [.. parts.Select(part => Of(tickets, moment => DayOf(moment) is var day && day >= first && day <= last && partOf(day) == part))];
    }

    private DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(moment.UtcDateTime, zone));

    private static Counted Of(IReadOnlyCollection<Ticket> tickets, Func<DateTimeOffset, bool> isIn)
    {
        var created = tickets.Where(ticket => isIn(ticket.CreatedAt)).ToList();
        var resolved = tickets.Where(ticket => ticket.ResolvedAt is { } at && isIn(at)).ToList();
        return new Counted(
            created.Count,
            resolved.Count,
            Took.Of(created.Where(ticket => ticket.FirstRespondedAt is not null).Select(ticket => ticket.FirstRespondedAt!.Value - ticket.CreatedAt)),
            Took.Of(resolved.Select(ticket => ticket.ResolvedAt!.Value - ticket.CreatedAt)));
    }
}

internal sealed record Counted(int Created, int Resolved, Took FirstAnswer, Took Resolution);

/// <summary>Minutes, as a spreadsheet would tell them: to the third digit.</summary>
internal sealed record Took(int Count, double? Median, double? P90)
{
    public static Took Of(IEnumerable<TimeSpan> spans)
    {
        var sorted = spans.Select(span => span.TotalMinutes).Order().ToList();
        return new Took(sorted.Count, At(sorted, 0.5), At(sorted, 0.9));
    }

    private static double? At(List<double> sorted, double share)
    {
        if (sorted.Count == 0)
        {
            return null;
        }

        var place = share * (sorted.Count - 1);
        var (below, above) = (sorted[(int)place], sorted[Math.Min((int)place + 1, sorted.Count - 1)]);
        return Math.Round(below + ((above - below) * (place - (int)place)), 3);
    }
}
