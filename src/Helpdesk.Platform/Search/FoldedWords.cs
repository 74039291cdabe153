using System.Globalization;
using System.Text;

namespace Helpdesk.Platform.Search;

/// <summary>Words without what does not change their meaning.</summary>
public static class FoldedWords
{
    /// <summary>Small letters, no accents, single blanks.</summary>
    public static string Of(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var character in words.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (!char.IsWhiteSpace(character))
            {
                folded.Append(char.ToLowerInvariant(character));
            }
            else if (folded.Length > 0 && folded[^1] != ' ')
            {
                folded.Append(' ');
            }
        }

        // Taken apart, one character may have become many.
        return folded.ToString(0, Math.Min(folded.Length, SearchWords.Longest)).TrimEnd();
    }
}
