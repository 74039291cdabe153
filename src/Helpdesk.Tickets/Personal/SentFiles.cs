using Helpdesk.Auth.Contracts;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Personal;

/// <summary>The files that a person sent with messages and drafts of messages. Those of notes are the team's.</summary>
internal sealed class SentFiles(TicketsDbContext db, FileShelf shelf)
{
    private const string Folder = "tickets/files";

    public async Task WriteAsync(Guid userId, IPersonalDataArchive archive, CancellationToken cancellationToken)
    {
        var files = await db.Set<StoredFile>().AsNoTracking()
            .Where(file => file.CreatedBy == userId && file.State == FileState.Ready && db.Set<FileUse>().Any(use => use.FileId == file.Id
                && (use.OwnerKind == TicketFiles.OfMessage || use.OwnerKind == TicketFiles.OfHeldReply
                    || (use.OwnerKind == TicketFiles.OfDraft && db.Drafts.Any(draft => draft.Id == use.OwnerId && draft.Kind != Model.DraftKind.Note)))))
            .OrderBy(file => file.Id)
            .ToListAsync(cancellationToken);
        await archive.AddAllAsync(
            "tickets/files.json",
            $"The files that you sent; they lie in {Folder}.",
            files.Select(file => new { file.Name, file.ContentType, file.Size, At = file.CreatedAt, Path = PathOf(file) }).ToAsyncEnumerable(),
            cancellationToken);
        foreach (var file in files)
        {
            var opened = await shelf.OpenAsync(file, cancellationToken);
            await using var content = opened.Value
                ?? throw new IOException($"{file.Name} cannot be read from the file store: {opened.Refusal}.");
            await archive.AddFileAsync(PathOf(file), content, cancellationToken);
        }
    }

    private static string PathOf(StoredFile file) => $"{Folder}/{file.Id}/{file.Name}";
}
