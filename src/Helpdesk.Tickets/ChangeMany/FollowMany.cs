using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>How far one's own run has come, and what was refused so far.</summary>
internal sealed class FollowManyHandler(TicketsDbContext db)
{
    private const int MostRefused = 200;

    public async Task<Outcome<ManyView>> HandleAsync(Guid runId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff || await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(found => found.Id == runId && found.UserId == user.Id, cancellationToken) is not { } run)
        {
            return new Refusal.NotFound();
        }

        var counts = await db.BulkItems.Where(item => item.RunId == runId).GroupBy(item => item.Result)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        var refused = await db.BulkItems.AsNoTracking()
            .Where(item => item.RunId == runId && item.Result == BulkResult.Refused)
            .Join(db.Tickets, item => item.TicketId, ticket => ticket.Id, (item, ticket) => new { item.TicketId, ticket.Number, item.Sentence })
            .OrderBy(item => item.Number).Take(MostRefused)
            .ToListAsync(cancellationToken);
        return new ManyView(
            run.Id,
            run.Total,
            counts.GetValueOrDefault(BulkResult.Changed),
            counts.GetValueOrDefault(BulkResult.Refused),
            run.DoneAt,
            [.. refused.Select(item => new ManyResult(item.TicketId, item.Number, Words.Of(BulkResult.Refused), item.Sentence))])
        {
            Waiting = counts.GetValueOrDefault(BulkResult.Waiting),
        };
    }
}
