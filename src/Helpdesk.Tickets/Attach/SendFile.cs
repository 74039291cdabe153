using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Attach;

/// <summary>
/// Takes in a file before the message that will carry it, for a ticket that its sender may see or, without an id, for one that is
/// still to be filed. A form sends its bytes along, a program asks for an address to put them to.
/// </summary>
internal sealed class SendFileHandler(TicketsDbContext db, FileIntake intake)
{
    public async Task<Outcome<StoredFile>> ReceiveAsync(Guid? ticketId, IncomingFile file, CurrentUser user, CancellationToken cancellationToken) =>
        await MayAsync(ticketId, user, cancellationToken)
            ? await intake.ReceiveAsync(TicketFiles.PlaceOf(ticketId), file, user.Id, cancellationToken)
            : new Refusal.NotFound();

    public async Task<Outcome<UploadOffer>> OfferAsync(Guid? ticketId, UploadRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        await MayAsync(ticketId, user, cancellationToken)
            ? await intake.OfferAsync(TicketFiles.PlaceOf(ticketId), request, user.Id, cancellationToken)
            : new Refusal.NotFound();

    private async Task<bool> MayAsync(Guid? ticketId, CurrentUser user, CancellationToken cancellationToken) =>
        ticketId is not { } id || await db.Tickets.VisibleTo(user).AnyAsync(ticket => ticket.Id == id, cancellationToken);
}
