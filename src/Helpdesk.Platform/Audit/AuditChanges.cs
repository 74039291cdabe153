using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Helpdesk.Platform.Audit;

/// <summary>What an act changes of a row, told before it is saved.</summary>
public static class AuditChanges
{
    // Counted up with each change, it tells nothing.
    private const string Version = "Version";

    /// <summary>The facts with what was before ("from") and what is then ("to"), of each property that changes; nothing of these for a new row.</summary>
    public static JsonObject WithChanges(this EntityEntry entry, object facts)
    {
        var details = JsonSerializer.SerializeToNode(facts, JsonSerializerOptions.Web)!.AsObject();
        var changed = entry.State != EntityState.Modified
            ? []
            : entry.Properties.Where(property => property.IsModified && property.Metadata.Name != Version).ToList();
        if (changed.Count > 0)
        {
            details["from"] = Told(changed, property => property.OriginalValue);
            details["to"] = Told(changed, property => property.CurrentValue);
        }

        return details;
    }

    private static JsonObject Told(List<PropertyEntry> properties, Func<PropertyEntry, object?> valueOf) => new(properties.Select(property =>
        KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Metadata.Name), NodeOf(valueOf(property)))));

    private static JsonNode? NodeOf(object? value) =>
        JsonSerializer.SerializeToNode(value is Enum word ? JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString()) : value, JsonSerializerOptions.Web);
}
