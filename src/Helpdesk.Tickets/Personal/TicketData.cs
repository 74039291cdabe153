using System.Runtime.CompilerServices;
using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Personal;

/// <summary>
/// What the tickets' tables keep about a person. The same for everybody, whatever their role: the tickets that they filed or
/// are copied in on, as an employee reads them. It names no note, and of other people only the names that stand beside
/// their messages.
/// </summary>
internal sealed class TicketData(TicketsDbContext db, TicketExport tickets, SentFiles files) : IPersonalData
{
    public async Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken)
    {
        await archive.AddAllAsync(
            "tickets/tickets.json", "The tickets that you filed or are copied in on, with the messages that you can read.", tickets.ReadAsync(userId, cancellationToken), cancellationToken);
        await archive.AddAllAsync(
            "tickets/answers.json", "What you wrote on other people's tickets, without their words.", Answers(userId), cancellationToken);
        await files.WriteAsync(userId, archive, cancellationToken);
        await archive.AddAllAsync("tickets/drafts.json", "What you typed and did not send.", DraftsAsync(userId, cancellationToken), cancellationToken);
        await archive.AddAllAsync("tickets/views.json", "Filters that you saved.", Views(userId), cancellationToken);
        await archive.AddAllAsync("tickets/muted.json", "The tickets that you want no news of.", Muted(userId), cancellationToken);
        await archive.AddAllAsync("tickets/texts.json", "Your own prepared texts.", Texts(userId), cancellationToken);
        await archive.AddAllAsync("tickets/macros.json", "Your own macros.", Macros(userId), cancellationToken);
    }

    private IAsyncEnumerable<object> Answers(Guid userId) => db.Messages.AsNoTracking()
        .Where(message => message.AuthorId == userId)
        .Join(db.Tickets, message => message.TicketId, ticket => ticket.Id, (message, ticket) => new { message, ticket })
        .Where(both => both.ticket.RequesterId != userId && !both.ticket.ParticipantIds.Contains(userId))
        .OrderBy(both => both.message.CreatedAt)
        .Select(both => new { Ticket = both.ticket.Number, At = both.message.CreatedAt, Text = both.message.Body })
        .AsAsyncEnumerable();

    // A draft of a note is a word of the team to itself, like the note that it would become.
    private async IAsyncEnumerable<object> DraftsAsync(Guid userId, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var drafts = db.Drafts.AsNoTracking()
            .Where(draft => draft.UserId == userId && draft.Kind != DraftKind.Note)
            .OrderBy(draft => draft.UpdatedAt)
            .Select(draft => new
            {
                draft.Kind,
                Ticket = db.Tickets.Where(ticket => ticket.Id == draft.TicketId).Select(ticket => (int?)ticket.Number).SingleOrDefault(),
                draft.UpdatedAt,
                draft.Content,
            });
        await foreach (var draft in drafts.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return new { draft.Kind, draft.Ticket, draft.UpdatedAt, Fields = JsonSerializer.Deserialize<JsonElement>(draft.Content) };
        }

        var held = db.HeldReplies.AsNoTracking()
            .Where(reply => reply.AuthorId == userId)
            .OrderBy(reply => reply.HeldAt)
            .Join(db.Tickets, reply => reply.TicketId, ticket => ticket.Id, (reply, ticket) => new
            {
                Kind = "held_reply",
                Ticket = ticket.Number,
                UpdatedAt = reply.HeldAt,
                Fields = new { reply.Body },
            });
        await foreach (var reply in held.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return reply;
        }
    }

    private IAsyncEnumerable<object> Views(Guid userId) => db.SavedViews.AsNoTracking()
        .Where(view => view.OwnerId == userId)
        .OrderBy(view => view.CreatedAt)
        .Select(view => new { view.Name, view.Query, view.Sort, SharedWith = view.Sharing, view.CreatedAt })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Muted(Guid userId) => db.Mutes.AsNoTracking()
        .Where(mute => mute.UserId == userId)
        .Join(db.Tickets, mute => mute.TicketId, ticket => ticket.Id, (mute, ticket) => new { Ticket = ticket.Number })
        .OrderBy(muted => muted.Ticket)
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Texts(Guid userId) => db.CannedAnswers.AsNoTracking()
        .OnlyOf(userId)
        .OrderBy(answer => answer.CreatedAt)
        .Select(answer => new { answer.Name, Text = answer.Body, answer.CreatedAt })
        .AsAsyncEnumerable();

    private IAsyncEnumerable<object> Macros(Guid userId) => db.Macros.AsNoTracking()
        .OnlyOf(userId)
        .OrderBy(macro => macro.CreatedAt)
        .Select(macro => new { macro.Name, macro.Change, macro.Reply, macro.CreatedAt })
        .AsAsyncEnumerable();
}
