using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Tickets.CategoryFields;

/// <summary>Values by the keys of fields, as texts. A program may write numbers and true or false as such; null and "" are nothing.</summary>
internal sealed class FieldTexts : JsonConverter<Dictionary<string, string>>
{
    public override Dictionary<string, string> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(ref reader, options)!.ToDictionary(pair => pair.Key, pair => TextOf(pair.Value));

    public override void Write(Utf8JsonWriter writer, Dictionary<string, string> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, text) in value)
        {
            writer.WriteString(key, text);
        }

        writer.WriteEndObject();
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => throw new JsonException("The JSON value could not be converted to a text."),
    };
}
