namespace Helpdesk.Tickets.Model;

/// <summary>What a person has typed and not sent, kept on the server so that nothing is lost.</summary>
internal sealed class Draft
{
    public const int ContentLength = 400_000;

    /// <summary>For its files; a draft is found by the three below.</summary>
    public Guid Id { get; init; }

    public Guid UserId { get; init; }

    public DraftKind Kind { get; init; }

    /// <summary>All zeros for a ticket that is still to be filed: a key has no empty parts.</summary>
    public Guid TicketId { get; init; }

    /// <summary>A JSON object with the fields of the form.</summary>
    public string Content { get; set; } = "{}";

    public DateTimeOffset UpdatedAt { get; set; }
}

internal enum DraftKind
{
    New = 0,
    Reply = 1,
    Note = 2,
}

/// <summary>Until when a person has read a ticket's conversation.</summary>
internal sealed class Sighting
{
    public Guid UserId { get; init; }

    public Guid TicketId { get; init; }

    public DateTimeOffset SeenAt { get; set; }
}
