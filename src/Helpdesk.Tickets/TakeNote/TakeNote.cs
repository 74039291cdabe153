using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Mention;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.TakeNote;

internal sealed record TakeNoteRequest
{
    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";
}

internal sealed class TakeNoteValidator : AbstractValidator<TakeNoteRequest>
{
    public static readonly TakeNoteValidator Rules = new();

    public TakeNoteValidator() => RuleFor(request => request.Body).Markdown("Your note", "Enter a note.");
}

/// <summary>A note is mailed to nobody. Whom it mentions is told that there is one, and reads it on the page.</summary>
internal sealed class TakeNoteHandler(TicketsDbContext db, Merges merges, Mentions mentions, TimeProvider clock)
{
    public Task<Outcome<Note>> HandleAsync(
        Guid ticketId, TakeNoteRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, channel, cancellationToken), cancellationToken);

    private async Task<Outcome<Note>> TryAsync(
        Guid ticketId, TakeNoteRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
    {
        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } named
            || await merges.VisibleSurvivorOfAsync(named, user, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        // Rights before fields: who may not write notes is not told how they should look.
        if (user.IsStaff && TakeNoteValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        var taken = ticket.TakeNote(user, Wording.Of(request.Body).Body, channel, clock.Now());
        if (taken.Value is not { } note)
        {
            return taken;
        }

        if (await db.Drafts.FindAsync([user.Id, DraftKind.Note, ticketId], cancellationToken) is { } draft)
        {
            db.Remove(draft);
        }

        await mentions.TellAsync(ticket, note.Body, (MentionMail.NoteParameter, note.Id), user, [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return note;
    }
}
