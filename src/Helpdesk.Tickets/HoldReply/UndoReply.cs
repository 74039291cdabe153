using System.Text.Json;
using Helpdesk.Platform;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Reply;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.HoldReply;

/// <summary>Takes a held reply back: it is a draft again, before whatever its writer typed since.</summary>
internal sealed class UndoReplyHandler(TicketsDbContext db, TimeProvider clock)
{
    public async Task<Outcome<Done>> HandleAsync(Guid ticketId, Guid heldId, CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Whoever holds the row decides: the one who takes it back, or the one who posts it.
        var held = await db.HeldReplies
            .FromSql($"select * from tickets.held_replies where id = {heldId} and ticket_id = {ticketId} and author_id = {user.Id} for update")
            .SingleOrDefaultAsync(cancellationToken);
        if (held is null)
        {
            return await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == ticketId, cancellationToken)
                ? new Refusal.Conflict("It was sent already.")
                : new Refusal.NotFound();
        }

        var draft = await db.Drafts.FindAsync([user.Id, DraftKind.Reply, ticketId], cancellationToken);
        if (draft is null)
        {
            draft = new Draft { Id = Guid.CreateVersion7(now), UserId = user.Id, Kind = DraftKind.Reply, TicketId = ticketId };
            db.Add(draft);
        }

        var kept = JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Content) ?? [];
        var typed = kept.GetValueOrDefault(nameof(ReplyRequest.Body)) ?? "";
        var body = typed.Length == 0 ? held.Body : $"{held.Body}\n\n{typed}";
        var fields = new Dictionary<string, string> { [nameof(ReplyRequest.Body)] = body };
        var files = held.AttachmentIds.Union(DraftFields.FilesIn(kept)).ToList();
        if (files.Count > 0)
        {
            fields[DraftFields.Files] = string.Join(' ', files);
            await db.AttachAsync(draft, files, cancellationToken);
            db.RemoveRange(await db.UsesOf(TicketFiles.OfHeldReply, heldId).ToListAsync(cancellationToken));
        }

        if (held.MacroId is { } macro)
        {
            fields[nameof(ReplyRequest.MacroId)] = macro.ToString();
        }

        draft.Content = JsonSerializer.Serialize(fields);
        draft.UpdatedAt = now;
        db.Remove(held);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Done.It;
    }
}
