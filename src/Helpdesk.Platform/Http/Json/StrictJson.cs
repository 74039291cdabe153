using System.Text.Json;
using System.Text.Json.Serialization;

namespace Helpdesk.Platform.Http.Json;

/// <summary>How the API reads and writes JSON: what the contract does not name is refused, not guessed.</summary>
public static class StrictJson
{
    /// <summary>The rules by themselves, for what is written outside of an endpoint.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.AllowDuplicateProperties = false;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        // Else a null slips into a property that the code believes to be there, and the request ends as our fault.
        options.RespectNullableAnnotations = true;
        options.Converters.Add(new WordConverter());
        options.Converters.Add(new UtcConverter());
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
