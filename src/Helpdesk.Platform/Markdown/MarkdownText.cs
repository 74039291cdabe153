using System.Text;

namespace Helpdesk.Platform.Markdown;

/// <summary>Plain text inside Markdown.</summary>
public static class MarkdownText
{
    // With the colon, an address in the text does not become a link of its own.
    private const string Signs = @"\`*_[]<>&!#|~:";

    /// <summary>The text so that it reads as it is, whatever signs it holds; on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (Signs.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.Replace("www.", @"www\.").ToString();
    }
}
