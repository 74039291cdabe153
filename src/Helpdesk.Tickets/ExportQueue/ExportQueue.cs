using System.Globalization;
using System.Runtime.CompilerServices;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.Views;

namespace Helpdesk.Tickets.ExportQueue;

/// <summary>The tickets that a filter shows, the same rows in the same order, as lines of CSV. Read page by page, so that a long list takes no more memory than a short one.</summary>
internal sealed class ExportQueueHandler(QueueReading reading, TicketViews views, CategoryList categories)
{
    private static readonly string[] Columns =
    [
        "Number", "Subject", "Requester", "Requester e-mail", "Category", "Priority", "Status", "Assignee", "Team", "Tags", "Channel",
        "Created (UTC)", "Updated (UTC)", "First answer (UTC)", "Resolved (UTC)", "Closed (UTC)",
    ];

    public static string FileName(DateTimeOffset now) => $"tickets-{now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv";

    /// <summary>Refuses before the first line; what goes wrong later breaks the answer off.</summary>
    public async Task<Outcome<IAsyncEnumerable<string>>> HandleAsync(QueueRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can see the queue.");
        }

        var read = await reading.ReadAsync(request, user, cancellationToken);
        return read.Value is { } query ? new Lines(this, query, user) : read.Refusal!;
    }

    private async IAsyncEnumerable<string> LinesAsync(QueueQuery query, CurrentUser user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // One column for all fields with the same key: the API and the filters take them for one as well.
        var fields = (await categories.GetAsync(cancellationToken)).Fields.DistinctBy(field => field.Key).ToList();
        yield return Csv.Line(Columns.Concat(fields.Select(field => field.Label)));
        string? cursor = null;
        do
        {
            var page = (await query.Order.PageAsync(query.Tickets, cursor, Cursor.MaximumLimit, cancellationToken)).Value!;
            foreach (var ticket in await views.OfAsync(page.Items, user, cancellationToken))
            {
                yield return Csv.Line(Cells(ticket).Concat(fields.Select(field => CellOf(ticket, field))));
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    private static IEnumerable<string?> Cells(TicketView ticket) =>
    [
        ticket.Number.ToString(CultureInfo.InvariantCulture),
        ticket.Subject,
        ticket.Requester.Name,
        ticket.Requester.Email,
        ticket.Category,
        Words.Of(ticket.Priority),
        Words.Of(ticket.Status),
        ticket.Assignee?.Name,
        ticket.Team?.Name,
        string.Join(", ", ticket.Tags),
        Words.Of(ticket.Channel),
        Csv.Time(ticket.CreatedAt),
        Csv.Time(ticket.UpdatedAt),
        Csv.Time(ticket.FirstRespondedAt),
        Csv.Time(ticket.ResolvedAt),
        Csv.Time(ticket.ClosedAt),
    ];

    private static string? CellOf(TicketView ticket, ExtraField field) => ticket.Extras.FirstOrDefault(filled => filled.Field.Key == field.Key)?.Value;

    private sealed class Lines(ExportQueueHandler export, QueueQuery query, CurrentUser user) : IAsyncEnumerable<string>
    {
        public IAsyncEnumerator<string> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            export.LinesAsync(query, user, cancellationToken).GetAsyncEnumerator(cancellationToken);
    }
}
