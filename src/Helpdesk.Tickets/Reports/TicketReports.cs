using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reports;

internal sealed class TicketReports(TicketsDbContext db, FactReading facts, FigureGroups groups, CountingTurns turns, TimeProvider clock) : ITicketReports
{
    public async Task<TicketBacklog> BacklogAsync(DateTimeOffset today, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (day, threeDays, week, month) = (now.AddDays(-1), now.AddDays(-3), now.AddDays(-7), now.AddDays(-30));
        var counts = await db.Database.SqlQuery<Counts>(
            $"""
            select
                count(*)::int as "Open",
                (count(*) filter (where (first_responded_at is null and first_response_due_at < {now}) or resolution_due_at < {now}))::int as "Late",
                (count(*) filter (where assignee_id is null))::int as "Unassigned",
                (count(*) filter (where status = 2))::int as "Waiting",
                (count(*) filter (where first_responded_at is null))::int as "Unanswered",
                (count(*) filter (where first_responded_at is null and first_response_due_at < {now}))::int as "UnansweredLate",
                (select count(*) from tickets.tickets where created_at >= {today})::int as "CreatedToday",
                (select count(*) from tickets.tickets where resolved_at >= {today})::int as "ResolvedToday",
                (count(*) filter (where created_at > {day}))::int as "OfDay",
                (count(*) filter (where created_at > {threeDays} and created_at <= {day}))::int as "OfThreeDays",
                (count(*) filter (where created_at > {week} and created_at <= {threeDays}))::int as "OfWeek",
                (count(*) filter (where created_at > {month} and created_at <= {week}))::int as "OfMonth",
                (count(*) filter (where created_at <= {month}))::int as "Older"
            from tickets.tickets where status <= 2 and created_at > '-infinity'
            """).SingleAsync(cancellationToken);
        return new TicketBacklog(
            counts.Open, counts.Late, counts.Unassigned, counts.Waiting, counts.Unanswered, counts.UnansweredLate, counts.CreatedToday, counts.ResolvedToday,
            [new(0, 1, counts.OfDay), new(1, 3, counts.OfThreeDays), new(3, 7, counts.OfWeek), new(7, 30, counts.OfMonth), new(30, null, counts.Older)]);
    }

    public async Task<TicketFigures> FiguresAsync(IReadOnlyList<DateTimeOffset> cuts, CancellationToken cancellationToken)
    {
        using var turn = await turns.TakeAsync(cancellationToken);
        var days = await facts.ReadAsync(cuts[0], cuts[^1], cancellationToken);
        return await groups.NameAsync(new FlowCount(cuts, days), cancellationToken);
    }

    public async Task<TicketFlow> TotalAsync(DateTimeOffset begins, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        using var turn = await turns.TakeAsync(cancellationToken);
        return TotalCount.Of(begins, ends, await facts.ReadAsync(begins, ends, cancellationToken));
    }

    private sealed record Counts(
        int Open, int Late, int Unassigned, int Waiting, int Unanswered, int UnansweredLate, int CreatedToday, int ResolvedToday,
        int OfDay, int OfThreeDays, int OfWeek, int OfMonth, int Older);
}
