using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Platform.Http.Json;

/// <summary>Enumerations as their words and nothing else; the framework's converter also takes other cases and lists with commas, and adds those up.</summary>
public sealed class WordConverter : JsonConverterFactory
{
    /// <summary>The words of an enumeration, in their order.</summary>
    public static IEnumerable<string> WordsOf(Type type) => Enum.GetNames(type).Select(JsonNamingPolicy.SnakeCaseLower.ConvertName);

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Words<>).MakeGenericType(typeToConvert));

    private sealed class Words<T> : JsonConverter<T>
        where T : struct, Enum
    {
        private readonly FrozenDictionary<T, JsonEncodedText> words = Enum.GetValues<T>().Distinct().ToFrozenDictionary(
            value => value, value => JsonEncodedText.Encode(JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString())));

        private readonly FrozenDictionary<string, T> values = Enum.GetNames<T>().ToFrozenDictionary(
            JsonNamingPolicy.SnakeCaseLower.ConvertName, Enum.Parse<T>, StringComparer.Ordinal);

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? Of(reader.GetString()) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(words[value]);

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Of(reader.GetString());

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(words[value]);

        private T Of(string? word) => word is not null && values.TryGetValue(word, out var value) ? value : throw new JsonException();
    }
}
