using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Files;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.LinkTickets;
using Helpdesk.Tickets.Mails;
using Helpdesk.Tickets.Merge;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.OpenTicket;
using Helpdesk.Tickets.Samples;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Split;

internal sealed record SplitRequest
{
    public const string Same = "same";
    public const string Author = "author";

    public string Subject { get; init; } = "";

    /// <summary>Whose matter it is: same (as of the ticket) or author (of the message).</summary>
    public string Requester { get; init; } = Same;
}

internal sealed class SplitValidator : AbstractValidator<SplitRequest>
{
    public static readonly SplitValidator Rules = new();

    public SplitValidator()
    {
        RuleFor(request => request.Subject).Line("Subject", Ticket.SubjectLength);
        RuleFor(request => request.Requester).Must(word => word is SplitRequest.Same or SplitRequest.Author).WithMessage("Choose whose ticket it is: same or author.");
    }
}

/// <summary>
/// Makes a message a ticket of its own. It is copied and stays where it is; nobody reads more than before: on the new ticket is
/// who wrote it, and the requester of the one that it comes from when it goes on being theirs.
/// </summary>
internal sealed class SplitHandler(TicketsDbContext db, Merges merges, TicketPost post, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(
        Guid ticketId, Guid messageId, SplitRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, messageId, request, user, channel, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(
        Guid ticketId, Guid messageId, SplitRequest request, CurrentUser user, TicketChannel channel, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can split tickets.");
        }

        await using var transaction = await db.LockLinksAsync(cancellationToken);
        if (await db.Tickets.SingleOrDefaultAsync(found => found.Id == ticketId, cancellationToken) is not { } ticket
            || await merges.MessageAsync(ticketId, messageId, cancellationToken) is not { } message)
        {
            return new Refusal.NotFound();
        }

        if (SplitValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (message.RedactedAt is not null)
        {
            return new Refusal.Conflict("The words of this message were taken out.");
        }

        if (request.Requester == SplitRequest.Author && message.IsFromStaff)
        {
            return new Refusal.Invalid(nameof(request.Requester), "The team wrote this message. Keep the requester.");
        }

        var now = clock.Now();
        var what = NewTicket.SplitOff(ticket, message, request.Requester == SplitRequest.Author, await db.NextNumberAsync(cancellationToken), request.Subject.Trim(), channel);
        var part = Ticket.Open(what, user, now);
        db.Add(part);
        db.Add(ticket.SplitInto(part, user.Id, now));
        await SampleTickets.FollowRequesterAsync(db, part, cancellationToken);
        if (message.FileNames.Length > 0)
        {
            db.Attach(part.Messages[0], (await FileShelf.OfAsync(db, TicketFiles.OfMessage, [message.Id], cancellationToken))[message.Id]);
        }

        if (part.ParticipantIds.Length > 0)
        {
            audit.Add(db, "ticket.shared", new AuditSubject("ticket", part.Id.ToString()), new { people = part.ParticipantIds });
        }

        // As when the team files for somebody: whose matter it is gets its number.
        if (part.RequesterId != user.Id)
        {
            await post.TellAsync(new TicketTidings(TicketNews.Received, TicketReceivedMail.Kind, user.Id), part, [part.RequesterId], cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return part;
    }
}
