using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Platform.Http.Json;

/// <summary>A value that may be named as nothing, told apart from a value that is not named at all.</summary>
[JsonConverter(typeof(NamedConverterFactory))]
public readonly record struct Named<T>(T Value, bool IsNamed)
{
    public static implicit operator Named<T>(T value) => new(value, true);
}

internal sealed class NamedConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Named<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(NamedConverter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class NamedConverter<T> : JsonConverter<Named<T>>
    {
        public override bool HandleNull => true;

        public override Named<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<T>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, Named<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value.Value, options);
    }
}
