using Helpdesk.Platform;
using Helpdesk.Platform.Files;

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

    /// <summary>Values of the fields of its category, see <see cref="ExtraValues"/>.</summary>
    public string Extras { get; init; } = ExtraValues.None;

    public Routing Routing { get; init; } = Routing.None;

    /// <summary>The files of its description.</summary>
    public IReadOnlyList<StoredFile> Files { get; init; } = [];

    public Ticket? Follows { get; init; }

    /// <summary>The message of another ticket that its description copies, and whose author wrote it.</summary>
    public Message? SplitFrom { get; init; }

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
        Extras = closed.Extras,
        Channel = channel,
        Follows = closed,
    };

    /// <summary>A message as a ticket of its own, of the same kind. Whoever wrote it for the requester's side stays on it.</summary>
    public static NewTicket SplitOff(Ticket ticket, Message message, bool isTheAuthors, int number, string subject, TicketChannel channel) => new()
    {
        Number = number,
        Subject = subject,
        Description = Wording.Of(message.Body),
        CategoryId = ticket.CategoryId,
        Priority = ticket.Priority,
        RequesterId = isTheAuthors ? message.AuthorId : ticket.RequesterId,
        ParticipantIds = message.IsFromStaff ? [] : [message.AuthorId],
        Channel = channel,
        SplitFrom = message,
    };
}

/// <summary>What the category of a new ticket decides about it; null for nothing.</summary>
internal sealed record Routing(string Category, TicketPriority? Priority, Guid? TeamId, string? Team)
{
    public static readonly Routing None = new("", null, null, null);
}
