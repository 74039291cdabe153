namespace Helpdesk.Tickets.Model;

/// <summary>A reply that was sent and can still be taken back: nobody but its author sees it, until it is posted at its time.</summary>
internal sealed class HeldReply
{
    public Guid Id { get; init; }

    public Guid TicketId { get; init; }

    public Guid AuthorId { get; init; }

    /// <summary>Markdown.</summary>
    public string Body { get; init; } = "";

    /// <summary>The files that go with it.</summary>
    public Guid[] AttachmentIds { get; init; } = [];

    /// <summary>The state that goes with it.</summary>
    public TicketStatus? Status { get; init; }

    /// <summary>The macro whose changes go with it.</summary>
    public Guid? MacroId { get; init; }

    /// <summary>The newest entry that its author had seen; what came in later stops it.</summary>
    public DateTimeOffset? SeenUntil { get; init; }

    public DateTimeOffset HeldAt { get; init; }

    public DateTimeOffset SendsAt { get; init; }

    /// <summary>The sentence that refused it at its time; its author has it as a draft again.</summary>
    public string? RefusedBecause { get; set; }
}
