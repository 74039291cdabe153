using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;

namespace Helpdesk.KnowledgeBase.SuggestItems;

/// <summary>What may answer a question while it is being written.</summary>
internal sealed class SuggestItemsHandler(AnswerFinder finder)
{
    private const int Shortest = 3;
    private const int Most = 3;

    public async Task<Outcome<IReadOnlyList<Answer>>> HandleAsync(string? text, CurrentUser reader, CancellationToken cancellationToken) =>
        text is null || text.Trim().Length < Shortest
            ? Array.Empty<Answer>()
            : (await finder.FindAsync(text, Most, reader, cancellationToken))
                .Select(hit => new Answer(hit.Row.Id, hit.Row.Title, hit.Row.Slug, hit.ExcerptHtml))
                .ToArray();
}
