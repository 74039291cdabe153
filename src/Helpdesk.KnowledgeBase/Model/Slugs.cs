using System.Globalization;
using System.Text;

namespace Helpdesk.KnowledgeBase.Model;

/// <summary>The part of an item's address that people can read.</summary>
internal static class Slugs
{
    public const int Length = 80;

    /// <summary>Small letters, digits and single hyphens; accents are dropped. A title without any of these gives "item".</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        foreach (var character in title.Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            if (char.IsAsciiLetterOrDigit(character))
            {
                slug.Append(char.ToLowerInvariant(character));
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }

            if (slug.Length >= Length)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "item" : text;
    }
}
