using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.MyTickets;

internal sealed record MyTicketsRequest
{
    /// <summary>waiting, open, done or copied; all of one's tickets when nothing is said.</summary>
    public string? Box { get; init; }

    public string[]? Status { get; init; }

    public string? Q { get; init; }

    /// <summary>updated, created, number or priority, with "-" in front for the highest first.</summary>
    public string? Sort { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}

/// <summary>The tickets that a person requested or is copied in on; for the team too only their own, the queue shows all.</summary>
internal sealed class MyTicketsHandler(TicketsDbContext db, TicketViews views)
{
    public async Task<Outcome<CursorPage<TicketView>>> HandleAsync(
        MyTicketsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Id;
        var tickets = Box(request.Box ?? "", me);
        if (tickets is null)
        {
            return new Refusal.Invalid(nameof(request.Box), "Choose a box: waiting, open, done or copied.");
        }

        if (TicketOrder.Read(string.IsNullOrEmpty(request.Sort) ? "-updated" : request.Sort, user) is not { } order)
        {
            return new Refusal.Invalid(nameof(request.Sort), "Sort by updated, created, number or priority.");
        }

        var statuses = FilterWords.Read<TicketStatus>(request.Status);
        if (statuses is null)
        {
            return new Refusal.Invalid(nameof(request.Status), TextRules.Choose<TicketStatus>("status"));
        }

        if (statuses.Count > 0)
        {
            tickets = tickets.Where(ticket => statuses.Contains(ticket.Status));
        }

        var query = request.Q?.Trim() ?? "";
        if (query.Length > TextSearch.QueryLength)
        {
            return new Refusal.Invalid(nameof(request.Q), TextRules.TooLong("The search", TextSearch.QueryLength, query.Length));
        }

        // What others wrote for the team alone is not searched here, whoever looks.
        tickets = query.Length == 0 ? tickets : tickets.Holding(query, db, user with { IsStaff = false });
        var page = await order.PageAsync(tickets, request.Cursor, request.Limit, cancellationToken);
        if (page.Value is not { } rows)
        {
            return page.Refusal!;
        }

        return new CursorPage<TicketView>(await WithNewsAsync(rows.Items, user, cancellationToken), rows.NextCursor);
    }

    /// <summary>For the start page: open tickets, those that wait for the person first.</summary>
    public async Task<IReadOnlyList<TicketView>> FirstOpenAsync(int count, CurrentUser user, CancellationToken cancellationToken)
    {
        var rows = await Box("open", user.Id)!.AsNoTracking()
            .OrderByDescending(ticket => ticket.Status == TicketStatus.WaitingOnEmployee)
            .ThenByDescending(ticket => ticket.UpdatedAt)
            .Take(count)
            .Select(TicketRow.Projection)
            .ToListAsync(cancellationToken);
        return await WithNewsAsync(rows, user, cancellationToken);
    }

    /// <summary>Somebody who has none yet needs other words than somebody who is done.</summary>
    public async Task<bool> HasAnyAsync(CurrentUser user, CancellationToken cancellationToken) =>
        await Box("", user.Id)!.AnyAsync(cancellationToken);

    private IQueryable<Ticket>? Box(string box, Guid me) => box switch
    {
        "" => db.Tickets.Where(ticket => ticket.RequesterId == me || ticket.ParticipantIds.Contains(me)),
        "waiting" => db.Tickets.Where(ticket => ticket.RequesterId == me && ticket.Status == TicketStatus.WaitingOnEmployee),
        "open" => db.Tickets.Where(ticket => ticket.RequesterId == me && ticket.Status <= TicketStatus.WaitingOnEmployee),
        "done" => db.Tickets.Where(ticket => ticket.RequesterId == me && ticket.Status > TicketStatus.WaitingOnEmployee),
        "copied" => db.Tickets.Where(ticket => ticket.ParticipantIds.Contains(me)),
        _ => null,
    };

    private async Task<IReadOnlyList<TicketView>> WithNewsAsync(
        IReadOnlyList<TicketRow> rows, CurrentUser user, CancellationToken cancellationToken)
    {
        var me = user.Id;
        var ids = rows.Where(row => row.LastMessageAuthorId != me).Select(row => row.Id).ToList();
        var seen = ids.Count == 0
            ? []
            : await db.Sightings.AsNoTracking()
                .Where(sighting => sighting.UserId == me && ids.Contains(sighting.TicketId))
                .ToDictionaryAsync(sighting => sighting.TicketId, sighting => sighting.SeenAt, cancellationToken);
        var tickets = await views.OfAsync(rows, user, cancellationToken);
        return
        [
            .. tickets.Select(ticket => ticket with
            {
                HasNewAnswer = ticket.LastMessageAuthor.Id != me
                    && (!seen.TryGetValue(ticket.Id, out var until) || until < ticket.LastMessageAt),
            }),
        ];
    }
}
