using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.MyTickets;

/// <summary>How many tickets lie in a person's boxes; counted no further than one would read.</summary>
internal sealed record MyTicketCounts(int Waiting, int Open)
{
    public const int Cap = 1_000;
}

internal sealed class MyTicketCountsHandler(TicketsDbContext db)
{
    public async Task<MyTicketCounts> HandleAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<MyTicketCounts>(
            $"""
            select count(*) filter (where status = 2)::int as "Waiting", count(*)::int as "Open"
            from (
                select status from tickets.tickets
                where requester_id = {user.Id} and status <= 2
                limit {MyTicketCounts.Cap + 1}
            ) as open
            """).SingleAsync(cancellationToken);
}
