using Helpdesk.KnowledgeBase.Data;
using Helpdesk.Platform.Search;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal sealed record ItemExcerpt(string TitleHtml, string Html);

/// <summary>Where items hold the words: in the summary, or else the first place in the text, what is said in it or what was read out of its file.</summary>
internal sealed class ItemExcerpts(KnowledgeBaseDbContext db)
{
    private static readonly NpgsqlTsQuery NothingAsked = new NpgsqlTsQueryEmpty();

    // Marking fifty thousand letters takes milliseconds for each item, so only the surroundings of a word are marked.
    private const string Statement =
        """
        select id as "Id",
            ts_headline('platform.words', translate(title, @tidy, @tidied), @query, 'HighlightAll=true, ' || @marks) as "Title",
            ts_headline(
                'platform.words',
                translate(
                    coalesce(
                        case when to_tsvector('platform.words', summary) @@ @query then summary end,
                        kb.passage(body, @stems),
                        kb.passage(transcript, @stems),
                        kb.passage(left(extracted_text, 250000), @stems),
                        summary),
                    @tidy,
                    @tidied),
                @query,
                'MaxWords=32, MinWords=20, ' || @marks) as "Text"
        from kb.items
        where id = any(@ids)
        """;

    public async Task<IReadOnlyDictionary<Guid, ItemExcerpt>> OfAsync(Guid[] ids, NpgsqlTsQuery query, CancellationToken cancellationToken)
    {
        var words = Words(query).ToList();
        if (words.Count == 0)
        {
            return new Dictionary<Guid, ItemExcerpt>();
        }

        var rows = await db.Database.SqlQueryRaw<Row>(
            Statement,
            new NpgsqlParameter("ids", ids),
            new NpgsqlParameter("query", AnyOf(query)),
            new NpgsqlParameter("stems", words.Select(word => Root(word.Text)).Distinct().OrderByDescending(stem => stem.Length).ToArray()),
            new NpgsqlParameter("marks", Headline.Marks),
            new NpgsqlParameter("tidy", Headline.Tidy),
            new NpgsqlParameter("tidied", Headline.Tidied)).ToListAsync(cancellationToken);
        return rows.ToDictionary(row => row.Id, row => new ItemExcerpt(Headline.ToHtml(row.Title), Headline.PassageToHtml(row.Text)));
    }

    /// <summary>Any of the words instead of all: an item may hold one in its title and the other in its text.</summary>
    public static NpgsqlTsQuery AnyOf(NpgsqlTsQuery query) =>
        Words(query).Aggregate(NothingAsked, (all, word) => all is NpgsqlTsQueryEmpty ? word : new NpgsqlTsQueryOr(all, word));

    // What must be missing is not what one looks for in an excerpt.
    private static IEnumerable<NpgsqlTsQueryLexeme> Words(NpgsqlTsQuery query) => query switch
    {
        NpgsqlTsQueryLexeme word => [word],
        NpgsqlTsQueryBinOp both => Words(both.Left).Concat(Words(both.Right)),
        _ => [],
    };

    // "happi" is the stem of "happy".
    private static string Root(string stem) => stem.Length > 4 ? stem[..^1] : stem;

    private sealed record Row(Guid Id, string Title, string Text);
}
