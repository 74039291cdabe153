using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
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

    /// <summary>Files that the writer sent before.</summary>
    public List<Guid> AttachmentIds { get; init; } = [];
}

internal sealed class TakeNoteValidator : AbstractValidator<TakeNoteRequest>
{
    public static readonly TakeNoteValidator Rules = new();

    public TakeNoteValidator() => RuleFor(request => request.Body).Markdown("Your note", "Enter a note.");
}

internal sealed record NoteTaken(Note Note, IReadOnlyList<StoredFile> Files);

/// <summary>A note is mailed to nobody. Whom it mentions is told that there is one, and reads it on the page.</summary>
internal sealed class TakeNoteHandler(TicketsDbContext db, Merges merges, FileIntake intake, Mentions mentions, TimeProvider clock)
{
    public Task<Outcome<NoteTaken>> HandleAsync(
        Guid ticketId, TakeNoteRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, channel, cancellationToken), cancellationToken);

    private async Task<Outcome<NoteTaken>> TryAsync(
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
            return taken.Refusal!;
        }

        var accepted = await intake.AcceptAsync(request.AttachmentIds, user, cancellationToken);
        if (accepted.Value is not { } files)
        {
            return accepted.Refusal!;
        }

        db.Attach(note, files);
        await db.EndDraftAsync(user.Id, DraftKind.Note, ticketId, cancellationToken);

        await mentions.TellAsync(ticket, note.Body, (MentionMail.NoteParameter, note.Id), user, [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new NoteTaken(note, files);
    }
}
