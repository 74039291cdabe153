using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.Platform.Search;

/// <summary>What somebody may have meant: the words that nobody writes, replaced by the nearest that somebody does.</summary>
public static partial class Corrections
{
    private const int Most = 3;
    private const int Shortest = 4;
    private const int MostWords = 8;
    private const int Longest = 64;

    private const string Statement =
        """
        select asked.word as "Asked", known.word as "Word"
        from unnest(@words) as asked(word)
        cross join lateral (
            select word from {known} where word % asked.word
            order by similarity(word, asked.word) desc, word
            limit 10) as known
        """;

    /// <summary>The likeliest first; none when every word is known, or no other is near. The words that are known lie in a table of the module.</summary>
    public static async Task<IReadOnlyList<string>> CorrectionsOfAsync(this DbContext db, string text, string knownWords, CancellationToken cancellationToken)
    {
        var words = Word().Matches(text).Select(match => match.Value.ToLowerInvariant())
            .Where(word => word.Length is >= Shortest and <= Longest).Distinct().Take(MostWords).ToArray();
        if (words.Length == 0 || text.Contains('"', StringComparison.Ordinal))
        {
            return [];
        }

        var near = await db.Database.SqlQueryRaw<Near>(Statement.Replace("{known}", knownWords, StringComparison.Ordinal), new NpgsqlParameter("words", words))
            .ToListAsync(cancellationToken);
        var choices = words.ToDictionary(word => word, word => Choices(word, [.. near.Where(pair => pair.Asked == word).Select(pair => pair.Word)]));
        return [.. Enumerable.Range(0, choices.Values.Max(each => Math.Min(each.Count, Most))).Select(at => Mend(text, choices, at))];
    }

    /// <summary>Of few letters one may be wrong, of many two.</summary>
    private static List<string> Choices(string word, List<string> near) => near.Contains(word)
        ? []
        :
        [
            .. near.Select(known => (known, Distance: WordDistance.Between(known, word)))
                .Where(pair => pair.Distance <= (word.Length < 6 ? 1 : 2))
                .OrderBy(pair => pair.Distance).ThenByDescending(pair => pair.known[0] == word[0])
                .Select(pair => pair.known),
        ];

    private static string Mend(string text, Dictionary<string, List<string>> choices, int at) => Word().Replace(text, match =>
        choices.GetValueOrDefault(match.Value.ToLowerInvariant()) is { Count: > 0 } known ? known[Math.Min(at, known.Count - 1)] : match.Value);

    // A word with "-" in front is to be missing, one with a dot or an at sign inside is a name of something.
    [GeneratedRegex(@"(?<![^\s])\p{L}+(?![^\s])")]
    private static partial Regex Word();

    private sealed record Near(string Asked, string Word);
}
