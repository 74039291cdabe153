using System.Globalization;
using System.Text;

namespace Helpdesk.Auth.Model;

/// <summary>What holds for every short text that a person gives about themselves.</summary>
internal static class TextRules
{
    /// <summary>Characters as Unicode and the database count them: an emoji is one, not two.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>At most so many characters, none of them cut in half.</summary>
    public static string Start(string text, int length) =>
        Length(text) <= length ? text : string.Concat(text.EnumerateRunes().Take(length));

    /// <summary>Without halves of characters, which cannot be stored.</summary>
    public static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>One line of text that shows as what it is: no line breaks, no control characters, nothing that turns the direction of what follows.</summary>
    public static bool IsPlainLine(string text) =>
        IsWellFormed(text) && !text.EnumerateRunes().Any(rune =>
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069));
}
