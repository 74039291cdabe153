namespace Helpdesk.Tickets.Model;

/// <summary>Guesses which known word somebody meant.</summary>
internal static class Spelling
{
    private const int MostMistakes = 2;

    /// <summary>The known word with the fewest mistakes between, or null when none is near.</summary>
    public static string? Nearest(string word, IEnumerable<string> known)
    {
        var nearest = known.Select(each => (Word: each, Mistakes: Distance(each, word.ToLowerInvariant()))).MinBy(pair => pair.Mistakes);
        return nearest.Word is not null && nearest.Mistakes <= MostMistakes ? nearest.Word : null;
    }

    /// <summary>How many letters must be changed, added, dropped or swapped with the next.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[a.Length, b.Length];
    }
}
