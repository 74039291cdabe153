using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Queue;

/// <summary>How many tickets the views hold; counted no further than one would read, so that a long queue costs no more than a short one.</summary>
internal sealed record QueueCounts(int Unassigned, int Mine, int Open, int Waiting, int SolvedToday)
{
    public const int Cap = 1_000;

    public int? Of(QueueView view) => view.Word switch
    {
        "unassigned" => Unassigned,
        "mine" => Mine,
        "open" => Open,
        "waiting" => Waiting,
        _ => null,
    };

    /// <summary>"7", or "1000+" where counting stopped.</summary>
    public static string Show(int count) => count > Cap ? $"{Cap}+" : $"{count}";
}

internal sealed class QueueCountsHandler(TicketsDbContext db, TimeProvider clock)
{
    public async Task<QueueCounts> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        const int most = QueueCounts.Cap + 1;
        var today = FilterTime.Today(clock.GetUtcNow(), user);
        return await db.Database.SqlQuery<QueueCounts>(
            $"""
            select
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and assignee_id is null and snoozed_at is null limit {most}) as t)::int as "Unassigned",
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and assignee_id = {user.Id} and snoozed_at is null limit {most}) as t)::int as "Mine",
                (select count(*) from (select 1 from tickets.tickets where status <= 2 and snoozed_at is null limit {most}) as t)::int as "Open",
                (select count(*) from (select 1 from tickets.tickets where status = 2 and snoozed_at is null limit {most}) as t)::int as "Waiting",
                (select count(*) from (select 1 from tickets.tickets where resolved_at >= {today} limit {most}) as t)::int as "SolvedToday"
            """).SingleAsync(cancellationToken);
    }
}
