namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Counts the questions whose askers said that an item had solved them, so that nothing was filed.</summary>
public interface ISolvedQuestions
{
    /// <summary>How many there were in each part of a time.</summary>
    /// <param name="cuts">Where the parts begin, in order, and where the last one ends.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    Task<IReadOnlyList<int>> CountAsync(IReadOnlyList<DateTimeOffset> cuts, CancellationToken cancellationToken);
}
