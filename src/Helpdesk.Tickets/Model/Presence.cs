namespace Helpdesk.Tickets.Model;

/// <summary>A member of the team has a ticket open. It ends by itself when the page stops saying so.</summary>
internal sealed class Presence
{
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(30);

    public Guid TicketId { get; init; }

    public Guid UserId { get; init; }

    public bool IsWriting { get; set; }

    public DateTimeOffset SeenAt { get; set; }
}

/// <summary>A person wants no news of a ticket.</summary>
internal sealed class Mute
{
    public Guid UserId { get; init; }

    public Guid TicketId { get; init; }
}
