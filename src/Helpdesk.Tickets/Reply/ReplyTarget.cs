using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Reply;

/// <summary>Where an answer belongs, and the files that go with it.</summary>
internal sealed record AnsweredTicket(Ticket Ticket, IReadOnlyList<StoredFile> Files);

/// <summary>Finds the ticket that an answer belongs to and the files that it names, and stops one whose writer has not seen what came in.</summary>
internal sealed class ReplyTarget(TicketsDbContext db, Merges merges, StaleReplyGuard guard, FileIntake intake)
{
    public async Task<Outcome<AnsweredTicket>> FindAsync(Guid ticketId, ReplyRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        // An answer to a merged ticket belongs where the matter goes on.
        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } named
            || await merges.VisibleSurvivorOfAsync(named, user, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (await guard.CheckAsync(ticket, request, user, cancellationToken) is { } stale)
        {
            return stale;
        }

        var accepted = await intake.AcceptAsync(request.AttachmentIds, user, cancellationToken);
        return accepted.Value is { } files ? new AnsweredTicket(ticket, files) : accepted.Refusal!;
    }
}
