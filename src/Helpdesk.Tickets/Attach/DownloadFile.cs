using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Attach;

/// <summary>Gives out an address for a file that the ticket's page shows to this person. Asked anew for each download, so that rights end at once.</summary>
internal sealed class DownloadFileHandler(TicketsDbContext db, Merges merges, FileShelf shelf)
{
    public async Task<Outcome<string>> HandleAsync(Guid ticketId, Guid fileId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == ticketId, cancellationToken)
            || await db.Set<StoredFile>().AsNoTracking().SingleOrDefaultAsync(file => file.Id == fileId, cancellationToken) is not { } file)
        {
            return new Refusal.NotFound();
        }

        foreach (var owner in await TicketsOf(fileId, user).ToListAsync(cancellationToken))
        {
            if (await merges.ShowsAsync(ticketId, owner, cancellationToken))
            {
                return shelf.AddressOf(file);
            }
        }

        return new Refusal.NotFound();
    }

    /// <summary>Whose messages, and for the team whose notes, have the file.</summary>
    private IQueryable<Guid> TicketsOf(Guid fileId, CurrentUser user)
    {
        var uses = db.Set<FileUse>().Where(use => use.FileId == fileId);
        var messages = uses.Where(use => use.OwnerKind == TicketFiles.OfMessage)
            .Join(db.Messages, use => use.OwnerId, message => message.Id, (use, message) => message.TicketId);
        return user.IsStaff
            ? messages.Union(uses.Where(use => use.OwnerKind == TicketFiles.OfNote).Join(db.Notes, use => use.OwnerId, note => note.Id, (use, note) => note.TicketId))
            : messages.Distinct();
    }
}
