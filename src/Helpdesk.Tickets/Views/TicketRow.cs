using System.Linq.Expressions;
using Helpdesk.Tickets.Model;

namespace Helpdesk.Tickets.Views;

/// <summary>A ticket as the database gives it: ids where a view has names.</summary>
internal sealed record TicketRow
{
    public static readonly Expression<Func<Ticket, TicketRow>> Projection = ticket => new TicketRow
    {
        Id = ticket.Id,
        Number = ticket.Number,
        Subject = ticket.Subject,
        Status = ticket.Status,
        Priority = ticket.Priority,
        CategoryId = ticket.CategoryId,
        TeamId = ticket.TeamId,
        Tags = ticket.Tags,
        Extras = ticket.Extras,
        RequesterId = ticket.RequesterId,
        ParticipantIds = ticket.ParticipantIds,
        AssigneeId = ticket.AssigneeId,
        Channel = ticket.Channel,
        CreatedAt = ticket.CreatedAt,
        UpdatedAt = ticket.UpdatedAt,
        TouchedAt = ticket.TouchedAt,
        FirstRespondedAt = ticket.FirstRespondedAt,
        ResolvedAt = ticket.ResolvedAt,
        ClosedAt = ticket.ClosedAt,
        FirstResponseDueAt = ticket.FirstResponseDueAt,
        ResolutionDueAt = ticket.ResolutionDueAt,
        MergedIntoId = ticket.MergedIntoId,
        Version = ticket.Version,
        LastMessagePreview = ticket.LastMessagePreview,
        LastMessageAt = ticket.LastMessageAt,
        LastMessageAuthorId = ticket.LastMessageAuthorId,
    };

    private static readonly Func<Ticket, TicketRow> Copy = Projection.Compile();

    public required Guid Id { get; init; }

    public required int Number { get; init; }

    public required string Subject { get; init; }

    public required TicketStatus Status { get; init; }

    public required TicketPriority Priority { get; init; }

    public required Guid CategoryId { get; init; }

    public required Guid? TeamId { get; init; }

    public required string[] Tags { get; init; }

    public required string Extras { get; init; }

    public required Guid RequesterId { get; init; }

    public required Guid[] ParticipantIds { get; init; }

    public required Guid? AssigneeId { get; init; }

    public required TicketChannel Channel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required DateTimeOffset TouchedAt { get; init; }

    public required DateTimeOffset? FirstRespondedAt { get; init; }

    public required DateTimeOffset? ResolvedAt { get; init; }

    public required DateTimeOffset? ClosedAt { get; init; }

    public required DateTimeOffset? FirstResponseDueAt { get; init; }

    public required DateTimeOffset? ResolutionDueAt { get; init; }

    public required Guid? MergedIntoId { get; init; }

    public required int Version { get; init; }

    public required string LastMessagePreview { get; init; }

    public required DateTimeOffset LastMessageAt { get; init; }

    public required Guid LastMessageAuthorId { get; init; }

    public static TicketRow Of(Ticket ticket) => Copy(ticket);

    public IEnumerable<Guid> People()
    {
        yield return RequesterId;
        yield return LastMessageAuthorId;
        if (AssigneeId is { } assignee)
        {
            yield return assignee;
        }

        foreach (var participant in ParticipantIds)
        {
            yield return participant;
        }
    }
}
