using System.Text.Json;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Tickets.Drafts;

/// <summary>A form's fields as the JSON of a draft, and back.</summary>
internal static class DraftFields
{
    /// <summary>The one field with several values: ids with spaces between them.</summary>
    public const string Files = "AttachmentIds";

    private const string Prefix = "Form.";
    private const string ValuePrefix = "Fields[";

    public static string Write(IFormCollection form) => JsonSerializer.Serialize(form
        .Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[Prefix.Length..], field => TextOf(field.Key, field.Value)));

    /// <summary>The fields of a draft; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> Read(DraftView? draft) =>
        draft is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Content) ?? [];

    /// <summary>What was filled in for the fields of the category, by their keys.</summary>
    public static Dictionary<string, string> ValuesIn(IReadOnlyDictionary<string, string> fields) => fields
        .Where(field => field.Key.StartsWith(ValuePrefix, StringComparison.Ordinal) && field.Key.EndsWith(']'))
        .ToDictionary(field => field.Key[ValuePrefix.Length..^1], field => field.Value);

    /// <summary>The files of a draft.</summary>
    public static List<Guid> FilesIn(IReadOnlyDictionary<string, string> fields) => FilesIn(fields.GetValueOrDefault(Files, ""));

    public static List<Guid> FilesIn(string ids) =>
        [.. ids.Split(' ').Select(text => Guid.TryParse(text, out var id) ? id : (Guid?)null).OfType<Guid>()];

    public static string WriteFiles(IEnumerable<Guid> ids) => string.Join(' ', ids);

    private static string TextOf(string name, StringValues values) =>
        name == Prefix + Files ? string.Join(' ', values.ToArray())
        : values is [{ } first, ..] ? first.ReplaceLineEndings("\n")
        : "";
}
