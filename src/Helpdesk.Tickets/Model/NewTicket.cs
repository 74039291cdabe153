using Helpdesk.Platform;

namespace Helpdesk.Tickets.Model;

/// <summary>What is known when a ticket is filed.</summary>
internal sealed record NewTicket
{
    public required string Subject { get; init; }

    public required Wording Description { get; init; }

    public required Guid CategoryId { get; init; }

    public required Guid RequesterId { get; init; }

    public required TicketChannel Channel { get; init; }

    /// <summary>Only when it must be known before the ticket is saved.</summary>
    public int Number { get; init; }

    public TicketPriority Priority { get; init; } = TicketPriority.Medium;

    public IReadOnlyCollection<Guid> ParticipantIds { get; init; } = [];

    public IReadOnlyCollection<string> Tags { get; init; } = [];

    public Ticket? Follows { get; init; }

    /// <summary>A follow-up: the late answer is its description, and everybody who was on the closed ticket is on it.</summary>
    public static NewTicket Following(Ticket closed, CurrentUser author, int number, Wording words, TicketChannel channel) => new()
    {
        Number = number,
        Subject = closed.Subject,
        Description = words,
        CategoryId = closed.CategoryId,
        Priority = closed.Priority,
        RequesterId = author.Id,
        ParticipantIds = [closed.RequesterId, .. closed.ParticipantIds],
        Tags = closed.Tags,
        Channel = channel,
        Follows = closed,
    };
}
