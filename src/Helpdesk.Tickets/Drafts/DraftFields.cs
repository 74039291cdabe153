using System.Text.Json;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Tickets.Drafts;

/// <summary>A form's fields as the JSON of a draft, and back.</summary>
internal static class DraftFields
{
    private const string Prefix = "Form.";

    public static string Write(IFormCollection form) => JsonSerializer.Serialize(form
        .Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(field => field.Key[Prefix.Length..], field => TextOf(field.Value)));

    /// <summary>The fields of a draft; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> Read(DraftView? draft) =>
        draft is null ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(draft.Content) ?? [];

    private static string TextOf(StringValues values) => values is [{ } first, ..] ? first.ReplaceLineEndings("\n") : "";
}
