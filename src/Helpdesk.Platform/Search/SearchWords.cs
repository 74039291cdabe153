using System.Text.RegularExpressions;
using Npgsql;

namespace Helpdesk.Platform.Search;

/// <summary>
/// What is looked for. The last word may be the beginning of one, because people look at what is found while they type; unless
/// they want these words exactly.
/// </summary>
public sealed partial record SearchWords(string Text, string Before, string Beginning)
{
    /// <summary>One letter stands in every text.</summary>
    public const int Shortest = 2;

    public const int Longest = 200;

    private const string Whole = "websearch_to_tsquery('platform.words', @text)";
    private const string Begun = $"{Whole} || to_tsquery('platform.words', @beginning)";
    private const string BegunAfter = $"{Whole} || (websearch_to_tsquery('platform.words', @before) && to_tsquery('platform.words', @beginning))";

    /// <summary>The query in SQL; its parameters are these words'.</summary>
    public string Sql => Beginning.Length == 0 ? Whole : Before.Length == 0 ? Begun : BegunAfter;

    /// <summary>Asks for the query itself.</summary>
    public string Statement => string.Concat("select ", Sql, " as \"Value\"");

    public static SearchWords Read(string text, bool isExact)
    {
        // Inside of quotes, and where words are left out, people mean what they write.
        if (isExact || text.Contains('"', StringComparison.Ordinal) || LastWord().Match(text) is not { Success: true } last)
        {
            return new SearchWords(text, "", "");
        }

        return new SearchWords(text, text[..last.Index].TrimEnd(), $"{last.Value}:*");
    }

    public NpgsqlParameter[] Parameters(params NpgsqlParameter[] others) =>
        [new NpgsqlParameter("text", Text), new NpgsqlParameter("before", Before), new NpgsqlParameter("beginning", Beginning), .. others];

    [GeneratedRegex(@"(?<![^\s])\p{L}[\p{L}\p{Nd}]{2,}$")]
    private static partial Regex LastWord();
}
