using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Platform.Http.Json;

/// <summary>Times as RFC 3339 in UTC. A time without an offset is refused: it would mean something else on each machine.</summary>
internal sealed class UtcConverter : JsonConverter<DateTimeOffset>
{
    private const int LongestTime = 40;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.String
            || reader.GetString() is not { Length: <= LongestTime } text
            || !HasOffset(text)
            || !reader.TryGetDateTimeOffset(out var time))
        {
            throw new JsonException("It is no time as RFC 3339 writes it.");
        }

        return time.ToUniversalTime();
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[LongestTime];
        value.UtcDateTime.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    private static bool HasOffset(string text)
    {
        var clock = text.IndexOf('T', StringComparison.Ordinal);
        return clock > 0 && (text[^1] == 'Z' || text.AsSpan(clock).IndexOfAny('+', '-') > 0);
    }
}
