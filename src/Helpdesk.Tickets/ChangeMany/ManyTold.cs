using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeMany;

/// <summary>What the list says after a run: how many were changed, and which were not and why.</summary>
internal sealed record ManyTold(Guid Id, int Changed, IReadOnlyList<(int Number, string Why)> Refused)
{
    public string Sentence => (Changed, Refused.Count) switch
    {
        (0, 0) => "Nothing to change: they were like that already.",
        (0, _) => $"Not changed: {Refused.Count}.",
        (_, 0) => $"{Tickets(Changed)} changed.",
        _ => $"{Tickets(Changed)} changed, {Refused.Count} not.",
    };

    private static string Tickets(int count) => count == 1 ? "1 ticket" : $"{count} tickets";
}

internal sealed class ManyTelling(TicketsDbContext db)
{
    public async Task<ManyTold?> ReadAsync(string? runId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!Guid.TryParse(runId, out var id) || await db.BulkRuns.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id && run.UserId == user.Id, cancellationToken) is not { } run)
        {
            return null;
        }

        var refused = run.Refused == 0 ? [] : await db.BulkItems.AsNoTracking()
            .Where(item => item.RunId == id && item.Result == BulkResult.Refused)
            .Join(db.Tickets, item => item.TicketId, ticket => ticket.Id, (item, ticket) => new { ticket.Number, item.Sentence })
            .OrderBy(item => item.Number)
            .ToListAsync(cancellationToken);
        return new ManyTold(id, run.Changed, [.. refused.Select(item => (item.Number, item.Sentence ?? ""))]);
    }
}
