using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.Queue;

/// <summary>What the team looks for. Names that may be given several times find tickets for which any of the values holds.</summary>
internal sealed record QueueRequest
{
    /// <summary>unassigned, mine, open, waiting or solved; all tickets when nothing is said.</summary>
    public string? View { get; init; }

    public string[]? Status { get; init; }

    public string[]? Priority { get; init; }

    /// <summary>Names or ids.</summary>
    public string[]? Category { get; init; }

    /// <summary>Ids, names, "me" or "none".</summary>
    public string[]? Assignee { get; init; }

    /// <summary>Ids, names, "mine" for one's own teams, or "none".</summary>
    public string[]? Team { get; init; }

    public string[]? Tag { get; init; }

    /// <summary>Ids, addresses or parts of names.</summary>
    public string[]? Requester { get; init; }

    /// <summary>Words, a part of the subject, or a number; with conditions such as status:open assignee:me tag:vpn updated:&lt;7d.</summary>
    public string? Q { get; init; }

    /// <summary>A day or a time, included.</summary>
    public string? CreatedFrom { get; init; }

    /// <summary>A day or a time, included.</summary>
    public string? CreatedTo { get; init; }

    /// <summary>A day or a time of the last change, included.</summary>
    public string? UpdatedFrom { get; init; }

    /// <summary>A day or a time of the last change, included.</summary>
    public string? UpdatedTo { get; init; }

    public bool? Overdue { get; init; }

    /// <summary>Values of fields of categories: field.asset_tag=LT-1.</summary>
    public FieldFilters? Field { get; init; }

    /// <summary>updated, created, number or priority (resolved in the view "solved"), with "-" in front for the highest first.</summary>
    public string? Sort { get; init; }

    public string? Cursor { get; init; }

    public int? Limit { get; init; }
}

internal sealed class QueueHandler(QueueReading reading, TicketViews views)
{
    public async Task<Outcome<CursorPage<TicketView>>> HandleAsync(
        QueueRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can see the queue.");
        }

        var read = await reading.ReadAsync(request, user, cancellationToken);
        if (read.Value is not { } query)
        {
            return read.Refusal!;
        }

        var page = await query.Order.PageAsync(query.Tickets, request.Cursor, request.Limit, cancellationToken);
        return page.Value is { } rows
            ? new CursorPage<TicketView>(await views.OfAsync(rows.Items, user, cancellationToken), rows.NextCursor)
            : page.Refusal!;
    }
}
