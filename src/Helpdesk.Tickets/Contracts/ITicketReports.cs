namespace Helpdesk.Tickets.Contracts;

/// <summary>Figures for those who run the helpdesk, each a recount of the tickets.</summary>
public interface ITicketReports
{
    Task<TicketBacklog> BacklogAsync(CancellationToken cancellationToken);
}

/// <summary>What waits now, and what was done since midnight UTC.</summary>
public sealed record TicketBacklog(int Unassigned, int Open, int Waiting, int ResolvedToday);
