using System.Runtime.CompilerServices;
using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Categories;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Personal;

internal sealed record ExportedTicket(
    int Number,
    string Subject,
    TicketStatus Status,
    string Category,
    IReadOnlyDictionary<string, string> Fields,
    TicketPriority Priority,
    string Requester,
    IReadOnlyList<string> CopiedIn,
    TicketChannel Channel,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? ResolvedAt,
    DateTimeOffset? ClosedAt,
    IReadOnlyList<ExportedMessage> Messages);

internal sealed record ExportedMessage(DateTimeOffset At, string Author, bool IsYours, string Text, IReadOnlyList<string> Files);

/// <summary>A person's tickets, some at a time, however many there are.</summary>
internal sealed class TicketExport(TicketsDbContext db, IUserDirectory people, CategoryList categories)
{
    private const int AtOnce = 20;

    public async IAsyncEnumerable<ExportedTicket> ReadAsync(Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var set = await categories.GetAsync(cancellationToken);
        var last = Guid.Empty;
        while (true)
        {
            // By id, which grows with time: as little is read twice on page 200 as on page 1.
            var rows = await db.Tickets.AsNoTracking()
                .Where(ticket => ticket.RequesterId == userId || ticket.ParticipantIds.Contains(userId))
                .Where(ticket => ticket.Id > last)
                .OrderBy(ticket => ticket.Id)
                .Take(AtOnce)
                .Select(TicketRow.Projection)
                .ToListAsync(cancellationToken);
            var ids = rows.Select(row => row.Id).ToArray();
            var messages = (await db.Messages.AsNoTracking()
                .Where(message => ids.Contains(message.TicketId))
                .OrderBy(message => message.CreatedAt)
                .ToListAsync(cancellationToken)).ToLookup(message => message.TicketId);
            var asked = rows.SelectMany(row => row.ParticipantIds.Append(row.RequesterId)).Concat(messages.SelectMany(group => group).Select(message => message.AuthorId));
            var cards = await people.FindAsync([.. asked.Distinct()], cancellationToken);
            foreach (var row in rows)
            {
                yield return Of(row, messages[row.Id], set, userId, id => cards.TryGetValue(id, out var card) ? card.Name : Names.FormerUser);
            }

            if (rows.Count < AtOnce)
            {
                yield break;
            }

            last = rows[^1].Id;
        }
    }

    private static ExportedTicket Of(TicketRow row, IEnumerable<Message> messages, CategorySet categories, Guid userId, Func<Guid, string> nameOf) => new(
        row.Number,
        row.Subject,
        row.Status,
        categories.NameOf(row.CategoryId),
        FieldsOf(row, categories),
        row.Priority,
        nameOf(row.RequesterId),
        [.. row.ParticipantIds.Select(nameOf)],
        row.Channel,
        row.CreatedAt,
        row.UpdatedAt,
        row.ResolvedAt,
        row.ClosedAt,
        [.. messages.Select(message => new ExportedMessage(message.CreatedAt, nameOf(message.AuthorId), message.AuthorId == userId, message.Body, message.FileNames.Split('\n', StringSplitOptions.RemoveEmptyEntries)))]);

    private static Dictionary<string, string> FieldsOf(TicketRow row, CategorySet categories) =>
        FilledField.All(categories.Of(row.CategoryId)?.FieldsForEmployees ?? [], row.Extras)
            .Where(filled => filled.Text.Length > 0)
            .ToDictionary(filled => filled.Field.Key, filled => filled.Text);
}
