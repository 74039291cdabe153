namespace Helpdesk.Tickets.Model;

/// <summary>One ticket has to do with another; it reads from the first to the second ("#7 blocks #9").</summary>
internal sealed class TicketLink
{
    public Guid Id { get; init; }

    public Guid FromId { get; init; }

    public Guid ToId { get; init; }

    public TicketLinkKind Kind { get; init; }

    public Guid MadeById { get; init; }

    public DateTimeOffset MadeAt { get; init; }
}

internal enum TicketLinkKind
{
    Related = 0,
    Blocks = 1,
    FollowUp = 2,
}
