using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.Rename;

internal sealed record RenameRequest
{
    public string Subject { get; init; } = "";

    /// <summary>The subject that its writer saw; when it is another one by now, nothing is changed.</summary>
    public string? Seen { get; init; }
}

internal sealed class RenameValidator : AbstractValidator<RenameRequest>
{
    public static readonly RenameValidator Rules = new();

    public RenameValidator() => RuleFor(request => request.Subject).Line("Subject", Ticket.SubjectLength);
}

/// <summary>Gives a ticket the subject under which it is found. Everybody on it sees what it was before.</summary>
internal sealed class RenameHandler(TicketsDbContext db, TimeProvider clock)
{
    public Task<Outcome<Ticket>> HandleAsync(Guid ticketId, RenameRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(Guid ticketId, RenameRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can change the subject.");
        }

        if (RenameValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await db.Tickets.SingleOrDefaultAsync(found => found.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if ((ticket.CheckMerged() ?? ticket.CheckVersion(version)) is { } refused)
        {
            return refused;
        }

        if (request.Seen is { } seen && seen != ticket.Subject)
        {
            return new Refusal.Stale($"Somebody changed the subject meanwhile, to: {ticket.Subject}");
        }

        ticket.Rename(request.Subject.Trim(), user.Id, clock.Now());
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
