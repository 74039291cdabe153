using System.Text.Json;

namespace Helpdesk.Platform.Http.Json;

/// <summary>Finds U+0000, which PostgreSQL cannot keep, wherever a caller may hide it.</summary>
internal static class NullCharacter
{
    /// <summary>Whether any string or name of the JSON text holds the character. A raw zero byte is no JSON at all and is left to the reader.</summary>
    public static bool IsIn(ReadOnlySpan<byte> json)
    {
        while (true)
        {
            var at = json.IndexOf(@"\u0000"u8);
            if (at < 0)
            {
                return false;
            }

            // An even number of backslashes in front means that they escape each other and this is plain text.
            var before = at;
            while (before > 0 && json[before - 1] == (byte)'\\')
            {
                before--;
            }

            if ((at - before) % 2 == 0)
            {
                return true;
            }

            json = json[(at + 1)..];
        }
    }

    /// <summary>The top-level member that holds the character, for the answer; null when it is in a name or cannot be told.</summary>
    public static string? MemberWith(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        string? member = null;
        try
        {
            while (reader.Read())
            {
                var isName = reader.TokenType == JsonTokenType.PropertyName;
                if (reader.TokenType is not (JsonTokenType.PropertyName or JsonTokenType.String))
                {
                    continue;
                }

                var text = reader.GetString() ?? "";
                if (text.Contains('\0', StringComparison.Ordinal))
                {
                    return isName && reader.CurrentDepth == 1 ? null : member;
                }

                if (isName && reader.CurrentDepth == 1)
                {
                    member = text;
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Broken further on; that it holds the character is enough.
        }

        return null;
    }

    public static bool IsInUrl(ReadOnlySpan<char> encoded) => encoded.Contains("%00", StringComparison.Ordinal) || encoded.Contains('\0');
}
