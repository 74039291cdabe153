using System.Globalization;
using System.Text;

namespace Helpdesk.KnowledgeBase.Model;

/// <summary>The part of an item's address that people can read.</summary>
internal static class Slugs
{
    public const int Length = 80;

    /// <summary>With the number that tells it from others of the same title.</summary>
    public const int FullLength = Length + 20;

    // Pages of the knowledge base that stand where an item's address would.
    private static readonly string[] Pages = ["images", "items", "manage", "search"];

    /// <summary>Small letters, digits and single hyphens; accents are dropped. A title without any of these gives "item"; one that names a page gets it added.</summary>
    public static string Of(string title, int length = Length)
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

            if (slug.Length >= length)
            {
                break;
            }
        }

        var text = slug.ToString().Trim('-');
        return text.Length == 0 ? "item" : Pages.Contains(text) ? $"{text}-item" : text;
    }
}
