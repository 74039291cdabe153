namespace Helpdesk.Tickets.Queue;

/// <summary>The views at the side of the team's pages; Here is null where none of them is open.</summary>
internal sealed record QueueRail(QueueSide Side, QueueView? Here, Guid? SavedHere = null);
