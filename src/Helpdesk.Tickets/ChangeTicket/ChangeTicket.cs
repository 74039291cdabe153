using System.Text.Json.Serialization;
using FluentValidation;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;
using Helpdesk.Tickets.CategoryFields;
using Helpdesk.Tickets.Data;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShareWork;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>What is not named stays as it is.</summary>
internal sealed record ChangeTicketRequest
{
    public string? Status { get; init; }

    public string? Priority { get; init; }

    /// <summary>Name or id.</summary>
    public string? Category { get; init; }

    /// <summary>An active member of the team; null for nobody.</summary>
    public Named<Guid?> AssigneeId { get; init; }

    /// <summary>A team; null for none.</summary>
    public Named<Guid?> TeamId { get; init; }

    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>Values of the category's fields, by their keys; null takes one away.</summary>
    [JsonConverter(typeof(FieldTexts))]
    public Dictionary<string, string>? Fields { get; init; }
}

internal sealed class ChangeTicketValidator : AbstractValidator<ChangeTicketRequest>
{
    public static readonly ChangeTicketValidator Rules = new();

    public ChangeTicketValidator()
    {
        RuleFor(request => request.Status)
            .Must(word => word is null || Words.Read<TicketStatus>(word) is not null).WithMessage(TextRules.Choose<TicketStatus>("status"));
        RuleFor(request => request.Priority)
            .Must(word => word is null || Words.Read<TicketPriority>(word) is not null).WithMessage(TextRules.Choose<TicketPriority>("priority"));
        RuleFor(request => request.Tags).Custom((tags, context) =>
        {
            if (Tags.Fault(Tags.Normalise(tags)) is { } fault)
            {
                context.AddFailure(fault);
            }
        });
    }
}

internal sealed class ChangeTicketHandler(TicketsDbContext db, ChangeTicketReading reading, TeamWork work, ChangeMails mails, TimeProvider clock)
{
    /// <summary>The version is the one that the caller saw; when the ticket has changed since, nothing is done.</summary>
    public Task<Outcome<Ticket>> HandleAsync(
        Guid ticketId, ChangeTicketRequest request, int? version, CurrentUser user, CancellationToken cancellationToken) =>
        db.AgainWhenStaleAsync(() => TryAsync(ticketId, request, version, user, cancellationToken), cancellationToken);

    private async Task<Outcome<Ticket>> TryAsync(
        Guid ticketId, ChangeTicketRequest request, int? version, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!user.IsStaff)
        {
            return new Refusal.Forbidden("Only the helpdesk team can change this.");
        }

        if (ChangeTicketValidator.Rules.Check(request) is { } invalid)
        {
            return invalid;
        }

        if (await db.Tickets.SingleOrDefaultAsync(ticket => ticket.Id == ticketId, cancellationToken) is not { } ticket)
        {
            return new Refusal.NotFound();
        }

        if ((ticket.CheckMerged() ?? ticket.CheckVersion(version)) is { } stale)
        {
            return stale;
        }

        var read = await reading.ReadAsync(request, ticket, user, cancellationToken);
        if (read.Value is not { } change)
        {
            return read.Refusal!;
        }

        var now = clock.Now();
        change.Apply(ticket, user, now);
        if (Words.Read<TicketStatus>(request.Status) is { } status && ticket.ChangeStatus(user, status, now).Refusal is { } refused)
        {
            return refused;
        }

        await work.ShareAsync(ticket, now, cancellationToken);
        await mails.WriteAsync(ticket, user, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return ticket;
    }
}
