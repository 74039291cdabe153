using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.OpenTicket;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ShareTicket;

internal sealed record ShareTicketRequest
{
    /// <summary>E-mail addresses or ids of people to copy in.</summary>
    public List<string> Participants { get; init; } = [];
}

/// <summary>The ticket, and who can read it that could not before.</summary>
internal sealed record Shared(Ticket Ticket, IReadOnlyList<Guid> Gained);

/// <summary>Copies people in on a ticket. Whoever may see it may do so; they read all of it from then on.</summary>
internal sealed class ShareTicketHandler(TicketsDbContext db, CopyIn copyIn, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Shared>> HandleAsync(Guid ticketId, ShareTicketRequest request, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Shared>> TryAsync(Guid ticketId, ShareTicketRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (ticket.CheckMerged() is { } merged)
        {
            return merged;
        }

        if (request.Participants.All(string.IsNullOrWhiteSpace) || request.Participants.Count > CopyIn.Maximum)
        {
            return new Refusal.Invalid(
                nameof(request.Participants),
                request.Participants.Count > CopyIn.Maximum ? $"You can copy in up to {CopyIn.Maximum} people." : "Enter the e-mail address of a colleague.");
        }

        var found = await copyIn.FindAsync(nameof(request.Participants), request.Participants, cancellationToken);
        if (found.Value is not { } people)
        {
            return found.Refusal!;
        }

        var copied = ticket.CopyIn(people, user.Id, clock.Now());
        if (copied.Value is not { } gained)
        {
            return copied.Refusal!;
        }

        if (gained.Count > 0)
        {
            audit.Add(db, "ticket.shared", new AuditSubject("ticket", ticket.Id.ToString()), new { people = gained });
        }

        await db.SaveChangesAsync(cancellationToken);
        return new Shared(ticket, gained);
    }
}

/// <summary>Takes somebody off a ticket, or lets them leave. From then on they know nothing of it, and mail that still waits for them is dropped.</summary>
internal sealed class TakeOffHandler(TicketsDbContext db, AuditLog audit, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, Guid personId, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, personId, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, Guid personId, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (ticket.TakeOff(personId, user, clock.Now()).Refusal is { } refused)
        {
            return refused;
        }

        audit.Add(db, "ticket.unshared", new AuditSubject("ticket", ticket.Id.ToString()), new { person = personId });
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
