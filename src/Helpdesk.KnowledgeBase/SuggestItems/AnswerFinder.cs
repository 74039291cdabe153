using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;

namespace Helpdesk.KnowledgeBase.SuggestItems;

/// <summary>
/// What may answer a sentence: first the items that hold all of its words anywhere, then those that hold some in title or summary.
/// People do not write questions as they write searches.
/// </summary>
internal sealed class AnswerFinder(ItemFinder finder)
{
    /// <summary>Nothing when there is no word in the text.</summary>
    public async Task<IReadOnlyList<Hit>> FindAsync(string text, int limit, CurrentUser reader, CancellationToken cancellationToken)
    {
        // The signs that mean something in a search mean nothing in a sentence.
        var words = new string([.. text.Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Trim();
        var query = await finder.ReadAsync(SearchWords.Read(words[..Math.Min(words.Length, SearchWords.Longest)], isExact: false), cancellationToken);
        var hits = await finder.FindAsync(query, ItemFilter.Everything, skip: 0, limit, reader, cancellationToken);
        if (hits.Count == limit)
        {
            return hits;
        }

        var others = await finder.FindLikeAsync(ItemExcerpts.AnyOf(query), [.. hits.Select(hit => hit.Row.Id)], limit - hits.Count, reader, cancellationToken);
        return [.. hits, .. others];
    }
}
