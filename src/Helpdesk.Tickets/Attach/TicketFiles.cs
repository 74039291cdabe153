using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Attach;

/// <summary>What in this module may have files, and how it gets them.</summary>
internal static class TicketFiles
{
    public const string OfMessage = "message";
    public const string OfNote = "note";
    public const string OfDraft = "draft";
    public const string OfHeldReply = "held-reply";

    /// <summary>All of these.</summary>
    public static readonly string[] Owners = [OfMessage, OfNote, OfDraft, OfHeldReply];

    /// <summary>
    /// A message may carry what its writer sent for any ticket: an answer to a merged ticket goes to another one than its files came
    /// for, and a ticket that is still to be filed has no id yet.
    /// </summary>
    public static FilePlace Anywhere { get; } = new("tickets/attachments", FileKinds.All);

    public static FilePlace PlaceOf(Guid? ticketId) => Anywhere with { Prefix = $"{Anywhere.Prefix}/{ticketId?.ToString() ?? "new"}" };

    /// <summary>The named files, which this person must have sent.</summary>
    public static async Task<Outcome<IReadOnlyList<StoredFile>>> AcceptAsync(
        this FileIntake intake, IReadOnlyCollection<Guid>? ids, CurrentUser user, CancellationToken cancellationToken) =>
        ids is { Count: > 0 } ? await intake.AcceptAsync(Anywhere, ids, user.Id, cancellationToken) : (StoredFile[])[];

    public static void Attach(this TicketsDbContext db, Message message, IEnumerable<StoredFile> files)
    {
        message.FileNames = NamesOf(files);
        FileShelf.Attach(db, new FileOwner(OfMessage, message.Id), files);
    }

    public static void Attach(this TicketsDbContext db, Note note, IEnumerable<StoredFile> files)
    {
        note.FileNames = NamesOf(files);
        FileShelf.Attach(db, new FileOwner(OfNote, note.Id), files);
    }

    /// <summary>Gives a draft exactly these of the person's own files.</summary>
    public static async Task AttachAsync(this TicketsDbContext db, Draft draft, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var uses = await db.UsesOf(OfDraft, draft.Id).ToListAsync(cancellationToken);
        var more = ids.Except(uses.Select(use => use.FileId)).ToList();
        db.RemoveRange(uses.Where(use => !ids.Contains(use.FileId)));
        if (more.Count > 0)
        {
            FileShelf.Attach(db, new FileOwner(OfDraft, draft.Id), await db.OwnFiles(more, draft.UserId).ToListAsync(cancellationToken));
        }
    }

    /// <summary>Removes what a person typed and did not send; its files stay with whatever else has them.</summary>
    public static async Task EndDraftAsync(this TicketsDbContext db, Guid userId, DraftKind kind, Guid ticketId, CancellationToken cancellationToken)
    {
        if (await db.Drafts.FindAsync([userId, kind, ticketId], cancellationToken) is { } draft)
        {
            db.Remove(draft);
            db.RemoveRange(await db.UsesOf(OfDraft, draft.Id).ToListAsync(cancellationToken));
        }
    }

    public static IQueryable<FileUse> UsesOf(this TicketsDbContext db, string kind, Guid id) =>
        db.Set<FileUse>().Where(use => use.OwnerKind == kind && use.OwnerId == id);

    /// <summary>Those of the files that this person sent and that can be attached, in the order they came in.</summary>
    public static IQueryable<StoredFile> OwnFiles(this TicketsDbContext db, IReadOnlyCollection<Guid> ids, Guid userId) => db.Set<StoredFile>().AsNoTracking()
        .Where(file => ids.Contains(file.Id) && file.CreatedBy == userId && (file.State == FileState.Held || file.State == FileState.Ready))
        .OrderBy(file => file.Id);

    private static string NamesOf(IEnumerable<StoredFile> files) => string.Join('\n', files.Select(file => file.Name));
}
