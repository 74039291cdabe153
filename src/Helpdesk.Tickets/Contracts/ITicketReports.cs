namespace Helpdesk.Tickets.Contracts;

/// <summary>Figures for those who run the helpdesk, each equal to a recount of the tickets at that moment.</summary>
public interface ITicketReports
{
    /// <summary>What is open now, and what came and was done since the day began.</summary>
    /// <param name="today">When the reader's present day began.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<TicketBacklog> BacklogAsync(DateTimeOffset today, CancellationToken cancellationToken);

    /// <summary>What came and what was done, in all and in each part of the time.</summary>
    /// <param name="cuts">Where the parts begin, in order, and where the last one ends; whole minutes.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<TicketFigures> FiguresAsync(IReadOnlyList<DateTimeOffset> cuts, CancellationToken cancellationToken);

    /// <summary>The same in all, for a time with which another is compared.</summary>
    /// <param name="begins">A whole minute.</param>
    /// <param name="ends">The whole minute at which it is over.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<TicketFlow> TotalAsync(DateTimeOffset begins, DateTimeOffset ends, CancellationToken cancellationToken);
}

/// <summary>What waits at this moment. Late is what has passed one of its due times.</summary>
public sealed record TicketBacklog(
    int Open,
    int Late,
    int Unassigned,
    int Waiting,
    int Unanswered,
    int UnansweredLate,
    int CreatedToday,
    int ResolvedToday,
    IReadOnlyList<TicketAge> Ages);

/// <summary>How many open tickets are so old: from so many days (included) to so many (not included), without end where that is null.</summary>
public sealed record TicketAge(int FromDays, int? ToDays, int Open);

/// <summary>What came and what was done: in all, in each part of the time, and by what the tickets are now.</summary>
public sealed record TicketFigures(
    TicketFlow Total,
    IReadOnlyList<TicketFlow> Parts,
    IReadOnlyList<TicketGroup> Categories,
    IReadOnlyList<TicketGroup> Teams,
    IReadOnlyList<TicketGroup> Agents,
    IReadOnlyList<TicketGroup> Channels);

/// <summary>First answers are those to the tickets that were created then; resolutions those of the tickets that were resolved then and are so still.</summary>
public sealed record TicketFlow(int Created, int Resolved, TimeSpread FirstAnswer, TimeSpread Resolution);

/// <summary>How long so many took: half of them at most the median, nine of ten at most the other. Null when there was none.</summary>
public sealed record TimeSpread(int Count, double? MedianMinutes, double? P90Minutes);

/// <summary>The tickets of one category, team, agent or channel; without an id for those that have none.</summary>
public sealed record TicketGroup(Guid? Id, string Name, TicketFlow Flow);
