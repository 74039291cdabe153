using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Helpdesk.Platform.Http;

/// <summary>A stretch of a list, and where the next one begins (null at the end).</summary>
public sealed record CursorPage<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Reads and writes cursors: opaque to the caller, the last row's sort values to us.</summary>
public static class Cursor
{
    public const int DefaultLimit = 25;
    public const int MaximumLimit = 100;

    public static string Write<T>(T position) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(position));

    /// <summary>The position, or null when the text was not written by <see cref="Write"/>.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        if (text.Length > 1_000 || !Base64Url.IsValid(text))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<T>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
