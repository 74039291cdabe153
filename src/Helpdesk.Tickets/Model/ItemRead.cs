namespace Helpdesk.Tickets.Model;

/// <summary>A knowledge-base item that somebody read before they asked; the team sees it.</summary>
internal sealed class ItemRead
{
    public const int Most = 20;

    public Guid TicketId { get; init; }

    public Guid ItemId { get; init; }
}
