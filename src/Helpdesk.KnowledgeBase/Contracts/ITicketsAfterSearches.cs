namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Is told of each ticket that somebody files, so that curators see which searches did not help.</summary>
public interface ITicketsAfterSearches
{
    Task NoteAsync(Guid readerId, Guid ticketId, int ticketNumber, CancellationToken cancellationToken);
}
