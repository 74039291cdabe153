using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeStatus;

internal sealed record ChangeStatusRequest
{
    /// <summary>open, in_progress, waiting_on_employee, resolved or closed.</summary>
    public string Status { get; init; } = "";
}

internal sealed class ChangeStatusValidator : AbstractValidator<ChangeStatusRequest>
{
    public static readonly ChangeStatusValidator Rules = new();

    public ChangeStatusValidator() => RuleFor(request => request.Status)
        .Must(word => Words.Read<TicketStatus>(word) is not null).WithMessage(TextRules.Choose<TicketStatus>("status"));
}

internal sealed class ChangeStatusHandler(TicketsDbContext db, StatusMails mails, TimeProvider clock)
{
    /// <summary>The version is the one that the caller saw; when the ticket has changed since, nothing is done.</summary>
    public Task<Outcome<Ticket>> HandleAsync(
        Guid ticketId, ChangeStatusRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(
        Guid ticketId, ChangeStatusRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (ChangeStatusValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await db.Tickets.VisibleTo(user).SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if (ticket.CheckVersion(version) is { } stale)
        {
            return stale;
        }

        if (ticket.ChangeStatus(user, Words.Read<TicketStatus>(request.Status)!.Value, clock.Now()).Refusal is { } refused)
        {
            return refused;
        }

        await mails.WriteAsync(ticket, user.Id, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
