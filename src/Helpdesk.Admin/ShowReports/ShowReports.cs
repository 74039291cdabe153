using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Tickets.Contracts;

namespace Helpdesk.Admin.ShowReports;

internal sealed record ReportsRequest
{
    /// <summary>today, 7, 30, 90 or 12m; or days, which go by From and To. 30 when nothing is said.</summary>
    public string? Range { get; init; }

    /// <summary>The first day, such as 2027-03-01.</summary>
    public string? From { get; init; }

    /// <summary>The last day, included.</summary>
    public string? To { get; init; }

    /// <summary>With the figures of each agent.</summary>
    public bool? Agents { get; init; }

    internal string Chosen =>
        !string.IsNullOrEmpty(Range) ? Range : string.IsNullOrEmpty(From) && string.IsNullOrEmpty(To) ? ReportRange.Month : ReportRange.Days;
}

internal sealed class ShowReportsHandler(ITicketReports tickets, ISolvedQuestions questions, TimeProvider clock)
{
    public async Task<Outcome<ReportsView>> HandleAsync(ReportsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (AdminOnly.Refuse(user) is { } refused)
        {
            return refused;
        }

        var now = clock.GetUtcNow();
        var read = ReportRange.Read(request, now, user);
        if (read.Value is not { } range)
        {
            return read.Refusal!;
        }

        var figures = await tickets.FiguresAsync(range.Cuts, cancellationToken);
        var before = await tickets.TotalAsync(range.Before[0], range.Before[^1], cancellationToken);
        var solved = await questions.CountAsync(range.Cuts, cancellationToken);
        var solvedBefore = await questions.CountAsync(range.Before, cancellationToken);
        var backlog = await tickets.BacklogAsync(LocalDays.Today(now, user), cancellationToken);
        return new ReportsView(
            RangeView.Of(range, now),
            new ReportTotals(figures.Total, solved.Sum()),
            new ReportTotals(before, solvedBefore.Sum()),
            ReportPart.Of(range, figures, solved),
            backlog.Ages,
            figures.Categories,
            figures.Teams,
            figures.Channels,
            request.Agents == true ? figures.Agents : null);
    }
}

/// <summary>All figures of a time. Ages are those of the tickets that are open now; agents are null unless they were asked for.</summary>
internal sealed record ReportsView(
    RangeView Range,
    ReportTotals Total,
    ReportTotals Before,
    IReadOnlyList<ReportPart> Parts,
    IReadOnlyList<TicketAge> OpenByAge,
    IReadOnlyList<TicketGroup> Categories,
    IReadOnlyList<TicketGroup> Teams,
    IReadOnlyList<TicketGroup> Channels,
    IReadOnlyList<TicketGroup>? Agents);

/// <summary>The days, and the time that they are compared with: from when until when (not included).</summary>
internal sealed record RangeView(
    DateOnly From, DateOnly To, string TimeZone, ReportUnit Unit, DateTimeOffset CountedAt, bool IsUnfinished, DateTimeOffset BeforeFrom, DateTimeOffset BeforeTo)
{
    public static RangeView Of(ReportRange range, DateTimeOffset now) => new(
        range.First, range.Last, range.Zone.Id, range.Unit, now, range.IsUnfinished, range.Before[0], range.Before[^1]);

    internal int Days => To.DayNumber - From.DayNumber + 1;
}

/// <summary>The tickets, and the questions that were not asked because an article had solved them.</summary>
internal sealed record ReportTotals(TicketFlow Tickets, int AskedAndSolved);

/// <summary>An hour, a day, a week or a month that began then.</summary>
internal sealed record ReportPart(DateTimeOffset From, TicketFlow Tickets, int AskedAndSolved)
{
    public static IReadOnlyList<ReportPart> Of(ReportRange range, TicketFigures figures, IReadOnlyList<int> solved) =>
        [.. figures.Parts.Select((part, index) => new ReportPart(range.Cuts[index], part, solved[index]))];
}
