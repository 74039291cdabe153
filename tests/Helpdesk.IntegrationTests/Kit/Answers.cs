using System.Text.Json;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Reads what the product answered.</summary>
internal static class Answers
{
    public static async Task<JsonElement> JsonAsync(this HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync());

    public static string Text(this JsonElement json, string name) => json.GetProperty(name).GetString() ?? "";

    /// <summary>The sentences in the summary at the top of a form.</summary>
    public static async Task<string[]> ProblemsAsync(this HttpResponseMessage response) =>
        [.. (await response.PageAsync()).QuerySelectorAll(".error-summary li").Select(item => item.TextContent.Trim())];
}
