using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal sealed class KnowledgeBaseSearch(KnowledgeBaseDbContext db, ItemFinder finder) : IKnowledgeBaseSearch
{
    public async Task<ItemHits> FindAsync(string words, bool isExact, int limit, CurrentUser reader, CancellationToken cancellationToken)
    {
        var query = await finder.ReadAsync(SearchWords.Read(words, isExact), cancellationToken);
        var hits = await finder.FindAsync(query, ItemFilter.Everything, skip: 0, limit, reader, cancellationToken);
        return new ItemHits(
            [.. hits.Select(hit => new ItemHit(hit.Row.Id, hit.Row.Title, hit.TitleHtml, hit.ExcerptHtml, hit.Row.Slug, hit.Row.Category, hit.Row.UpdatedAt))],
            hits.Count < limit ? hits.Count : await finder.CountAsync(query, reader, cancellationToken));
    }

    public Task<IReadOnlyList<string>> MendAsync(string words, CancellationToken cancellationToken) =>
        db.CorrectionsOfAsync(words, ItemSearch.KnownWords, cancellationToken);
}
