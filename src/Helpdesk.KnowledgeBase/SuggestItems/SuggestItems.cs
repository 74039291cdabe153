using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.KnowledgeBase.SearchItems;
using Helpdesk.Platform;
using Helpdesk.Platform.Search;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SuggestItems;

/// <summary>
/// What may answer a question while it is being written: first the items that hold all of its words anywhere, then those that hold
/// some in title or summary. People do not write questions as they write searches.
/// </summary>
internal sealed class SuggestItemsHandler(ItemFinder finder)
{
    private const int Shortest = 3;
    private const int Most = 3;

    public async Task<Outcome<IReadOnlyList<Answer>>> HandleAsync(string? text, CurrentUser reader, CancellationToken cancellationToken)
    {
        // The signs that mean something in a search mean nothing in a sentence.
        var words = new string([.. (text ?? "").Select(character => char.IsLetterOrDigit(character) ? character : ' ')]).Trim();
        words = words[..Math.Min(words.Length, SearchWords.Longest)];
        if (words.Length < Shortest)
        {
            return Array.Empty<Answer>();
        }

        var query = await finder.ReadAsync(SearchWords.Read(words, isExact: false), cancellationToken);
        if (query is NpgsqlTsQueryEmpty)
        {
            return Array.Empty<Answer>();
        }

        var hits = await finder.FindAsync(query, ItemFilter.Everything, skip: 0, Most, reader, cancellationToken);
        var others = hits.Count == Most
            ? []
            : await finder.FindLikeAsync(ItemExcerpts.AnyOf(query), [.. hits.Select(hit => hit.Row.Id)], Most - hits.Count, reader, cancellationToken);
        return hits.Concat(others).Select(hit => new Answer(hit.Row.Id, hit.Row.Title, hit.Row.Slug, hit.ExcerptHtml)).ToArray();
    }
}
