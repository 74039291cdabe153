using Helpdesk.Platform;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Queue;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChooseColumns;

internal sealed record ChooseColumnsRequest
{
    /// <summary>requester, category, priority, status, assignee, team, tags, created, updated, and preview for the beginning of the last message. Empty is the standard.</summary>
    public List<string> Columns { get; init; } = [];
}

/// <summary>The columns of a person's queue.</summary>
internal sealed record ColumnsView(IReadOnlyList<string> Columns);

internal sealed class ChooseColumnsHandler(TicketsDbContext db)
{
    public async Task<Outcome<ColumnsView>> HandleAsync(ChooseColumnsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has a queue.");
        }

        string[] known = [.. QueueColumn.All.Select(column => column.Word), QueueColumn.Preview];
        if (request.Columns.FirstOrDefault(word => !known.Contains(word)) is not null)
        {
            return new Refusal.Invalid(nameof(request.Columns), $"Choose columns: {string.Join(", ", known)}.");
        }

        string[] chosen = [.. known.Where(request.Columns.Contains)];
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into tickets.queue_layouts (user_id, columns) values ({user.Id}, {chosen})
            on conflict (user_id) do update set columns = excluded.columns
            """,
            cancellationToken);
        return new ColumnsView(chosen.Length == 0 ? QueueColumn.Standard : chosen);
    }
}

internal sealed class ShowColumnsHandler(TicketsDbContext db)
{
    public async Task<Outcome<ColumnsView>> HandleAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team has a queue.");
        }

        var layout = await db.QueueLayouts.AsNoTracking().SingleOrDefaultAsync(row => row.UserId == user.Id, cancellationToken);
        return new ColumnsView(layout is { Columns.Length: > 0 } ? layout.Columns : QueueColumn.Standard);
    }
}
