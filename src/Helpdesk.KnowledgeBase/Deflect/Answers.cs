using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.SuggestItems;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.Deflect;

internal sealed class Answers(SuggestItemsHandler suggest, SolveHandler solve, UndoSolveHandler undo) : IAnswers
{
    public async Task<IReadOnlyList<Answer>> SuggestAsync(string text, CurrentUser reader, CancellationToken cancellationToken) =>
        (await suggest.HandleAsync(text, reader, cancellationToken)).Value ?? [];

    public Task<Outcome<SolvedByItem>> SolveAsync(Guid itemId, CurrentUser reader, CancellationToken cancellationToken) =>
        solve.HandleAsync(itemId, reader, cancellationToken);

    public Task<Outcome<Done>> UndoAsync(Guid solvedId, CurrentUser reader, CancellationToken cancellationToken) =>
        undo.HandleAsync(solvedId, reader, cancellationToken);
}
