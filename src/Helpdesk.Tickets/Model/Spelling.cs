using Helpdesk.Platform.Search;

namespace Helpdesk.Tickets.Model;

/// <summary>Guesses which known word somebody meant.</summary>
internal static class Spelling
{
    private const int MostMistakes = 2;

    /// <summary>The known word with the fewest mistakes between, or null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(each => (Word: each, Mistakes: WordDistance.Between(each, word.ToLowerInvariant()))).MinBy(pair => pair.Mistakes);
        return nearest.Word is not null && nearest.Mistakes <= MostMistakes ? nearest.Word : null;
    }
}
