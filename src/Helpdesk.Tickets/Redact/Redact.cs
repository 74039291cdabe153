using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Redact;

/// <summary>
/// Takes the words and files out of a message or a note for good, and out of every copy that was split off. The gap stays visible; what
/// was mailed or quoted before cannot be called back.
/// </summary>
internal sealed class RedactHandler(TicketsDbContext db, Merges merges, FileShelf shelf, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, Guid entryId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, entryId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, Guid entryId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsAdmin)
        {
            return new Refusal.Forbidden("Only administrators can take words out.");
        }

        if (await db.Tickets.SingleOrDefaultAsync(found => found.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var refused = await merges.MessageAsync(ticketId, entryId, cancellationToken) is { } message
            ? await MessageAsync(message, user, cancellationToken)
            : await NoteAsync(ticketId, entryId, user, cancellationToken);
        if (refused is not null)
        {
            return refused;
        }

        await transaction.CommitAsync(cancellationToken);
        return ticket;
    }

    private async Task<Refusal?> MessageAsync(Message message, CurrentUser user, CancellationToken cancellationToken)
    {
        if (message.RedactedAt is not null)
        {
            return new Refusal.Conflict("Its words are taken out already.");
        }

        var now = clock.Now();
        var words = $"{message.Body}\n{message.FileNames}";
        var all = await CopiesAsync(message, cancellationToken);
        var ids = all.Select(copy => copy.TicketId).ToList();
        var tickets = await db.Tickets.Where(found => ids.Contains(found.Id)).ToDictionaryAsync(found => found.Id, cancellationToken);
        foreach (var copy in all)
        {
            tickets[copy.TicketId].Redact(copy, user.Id, now);
            await shelf.ReleaseAsync(db, new FileOwner(TicketFiles.OfMessage, copy.Id), atOnce: true, cancellationToken);
            Tell(copy.TicketId, copy.Id, "message");
        }

        await db.SaveChangesAsync(cancellationToken);
        await ForgetAsync(message, words, cancellationToken);
        return null;
    }

    private async Task<Refusal?> NoteAsync(Guid ticketId, Guid noteId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Notes.SingleOrDefaultAsync(found => found.Id == noteId, cancellationToken) is not { } note
            || !await merges.ShowsAsync(ticketId, note.TicketId, cancellationToken))
        {
            return new Refusal.NotFound();
        }

        if (note.RedactedAt is not null)
        {
            return new Refusal.Conflict("Its words are taken out already.");
        }

        (await db.Tickets.SingleAsync(found => found.Id == note.TicketId, cancellationToken)).Redact(note, user.Id, clock.Now());
        await shelf.ReleaseAsync(db, new FileOwner(TicketFiles.OfNote, note.Id), atOnce: true, cancellationToken);
        Tell(note.TicketId, note.Id, "note");
        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    /// <summary>The message, what it was copied from and what was copied from it, over any number of splits.</summary>
    private async Task<List<Message>> CopiesAsync(Message message, CancellationToken cancellationToken)
    {
        var all = new List<Message> { message };
        while (true)
        {
            var ids = all.ConvertAll(known => known.Id);
            var sources = all.Select(known => known.SplitFromId).OfType<Guid>().ToList();
            var more = await db.Messages
                .Where(found => !ids.Contains(found.Id) && (sources.Contains(found.Id) || (found.SplitFromId != null && ids.Contains(found.SplitFromId.Value))))
                .ToListAsync(cancellationToken);
            if (more.Count == 0)
            {
                return all;
            }

            all.AddRange(more);
        }
    }

    /// <summary>What else holds the words: the answer that is kept for a repeated call, and the words that mistyped ones are compared with.</summary>
    private async Task ForgetAsync(Message message, string words, CancellationToken cancellationToken)
    {
        var end = $"#m-{message.Id}";
        await db.Set<IdempotencyKey>().Where(key => key.Location != null && key.Location.EndsWith(end))
            .ExecuteUpdateAsync(set => set.SetProperty(key => key.Body, (byte[]?)null), cancellationToken);
        await db.ForgetWordsAsync(words, cancellationToken);
    }

    private void Tell(Guid ticketId, Guid entryId, string kind) =>
        audit.Add(db, "ticket.redacted", new AuditSubject("ticket", ticketId.ToString()), new { kind, entry = entryId });
}
