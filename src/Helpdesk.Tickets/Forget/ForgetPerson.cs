using Helpdesk.Auth.Contracts;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Forget;

/// <summary>
/// Removes what only an anonymised person could use: what they had not sent yet with its files, what they had read, their own lists and
/// texts. Tickets hold the account's number and no name or address, so they show a former user by themselves. May run
/// any number of times.
/// </summary>
internal sealed class ForgetPerson(TicketsDbContext db) : IOnUserAnonymised
{
    public async Task HandleAsync(Guid userId, CancellationToken cancellationToken)
    {
        await db.Set<FileUse>()
            .Where(use => (use.OwnerKind == TicketFiles.OfDraft && db.Drafts.Any(row => row.UserId == userId && row.Id == use.OwnerId))
                || (use.OwnerKind == TicketFiles.OfHeldReply && db.HeldReplies.Any(row => row.AuthorId == userId && row.Id == use.OwnerId)))
            .ExecuteDeleteAsync(cancellationToken);
        await db.Drafts.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.HeldReplies.Where(row => row.AuthorId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Sightings.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Mutes.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.Presences.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        await db.QueueLayouts.Where(row => row.UserId == userId).ExecuteDeleteAsync(cancellationToken);
        // What they shared is the team's by now.
        await db.SavedViews.OnlyOf(userId).ExecuteDeleteAsync(cancellationToken);
        await db.CannedAnswers.OnlyOf(userId).ExecuteDeleteAsync(cancellationToken);
        await db.Macros.OnlyOf(userId).ExecuteDeleteAsync(cancellationToken);
    }
}
