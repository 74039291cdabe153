using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Contracts;

/// <summary>Finds answers for somebody who is about to ask, and counts the questions that need not be asked any more.</summary>
public interface IAnswers
{
    /// <summary>The items that fit best, of those that the reader may see; none for less than three characters.</summary>
    Task<IReadOnlyList<Answer>> SuggestAsync(string text, CurrentUser reader, CancellationToken cancellationToken);

    /// <summary>The item solved it. The number of this event, or the refusal where the reader may not see the item.</summary>
    Task<Outcome<SolvedByItem>> SolveAsync(Guid itemId, CurrentUser reader, CancellationToken cancellationToken);

    /// <summary>It did not, after all.</summary>
    Task<Outcome<Done>> UndoAsync(Guid solvedId, CurrentUser reader, CancellationToken cancellationToken);
}

/// <summary>An item that may help.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">Its title, as text.</param>
/// <param name="Slug">The end of its address.</param>
/// <param name="SentenceHtml">Where it holds the words, as HTML in which nothing but the marks is HTML.</param>
public sealed record Answer(Guid Id, string Title, string Slug, string SentenceHtml);

/// <summary>A question that an item answered before it was asked.</summary>
public sealed record SolvedByItem(Guid Id, Guid ItemId);
