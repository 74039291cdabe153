using System.Text.Json;

namespace Helpdesk.Tickets.Model;

/// <summary>What a ticket has for the fields of categories: a JSON object with a text for each field's id. By the id and not the key, so that no two categories' fields are mixed up.</summary>
internal static class ExtraValues
{
    public const string None = "{}";

    public static IReadOnlyDictionary<Guid, string> Read(string json) =>
        json == None ? new Dictionary<Guid, string>() : JsonSerializer.Deserialize<Dictionary<Guid, string>>(json)!;

    public static string Write(IEnumerable<KeyValuePair<Guid, string>> values) =>
        JsonSerializer.Serialize(values.Where(pair => pair.Value.Length > 0).ToDictionary());

    /// <summary>With one value in the place of another; an empty one takes it away.</summary>
    public static string With(string json, Guid fieldId, string value) =>
        Write(Read(json).Where(pair => pair.Key != fieldId).Append(new(fieldId, value)));
}
