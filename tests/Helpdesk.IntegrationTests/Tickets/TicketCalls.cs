using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>What a client of the API does with tickets, in one word each.</summary>
internal static class TicketCalls
{
    public static async Task<JsonElement> OpenAsync(
        this HttpClient api, string subject = "Printer on fire", string description = "It smokes.", string category = "Hardware",
        string? priority = null, string[]? tags = null, string[]? participants = null, string? requester = null)
    {
        using var response = await api.PostAsJsonAsync("/api/v1/tickets", new { subject, description, category, priority, tags, participants, requester });
        return await response.ReadAsync(HttpStatusCode.Created);
    }

    public static Task<HttpResponseMessage> SayAsync(this HttpClient api, JsonElement ticket, string body, string? status = null, string? kind = null) =>
        api.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id()}/messages", new Dictionary<string, object?>
        {
            ["body"] = body,
            ["status"] = status,
            ["kind"] = kind ?? "public",
        });

    public static Task<HttpResponseMessage> NoteAsync(this HttpClient api, JsonElement ticket, string body) => api.SayAsync(ticket, body, kind: "internal");

    /// <summary>The team's change.</summary>
    public static Task<HttpResponseMessage> ChangeAsync(this HttpClient api, JsonElement ticket, object change, int? version = null) =>
        api.PatchAsync($"/api/v1/admin/tickets/{ticket.Id()}", change, version);

    /// <summary>The requester's change.</summary>
    public static Task<HttpResponseMessage> MoveAsync(this HttpClient api, JsonElement ticket, string status, int? version = null) =>
        api.PatchAsync($"/api/v1/tickets/{ticket.Id()}", new { status }, version);

    public static Task<HttpResponseMessage> TakeAsync(this HttpClient api, JsonElement ticket) =>
        api.PostAsync($"/api/v1/admin/tickets/{ticket.Id()}/take", null);

    public static async Task<JsonElement> ShowAsync(this HttpClient api, JsonElement ticket) =>
        await api.JsonAsync($"/api/v1/tickets/{ticket.Id()}");

    public static async Task<JsonElement> JsonAsync(this HttpClient api, string url)
    {
        using var response = await api.GetAsync(url);
        return await response.ReadAsync(HttpStatusCode.OK);
    }

    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage response, HttpStatusCode status)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{(int)response.StatusCode} instead of {(int)status}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    /// <summary>The sentence of a problem.</summary>
    public static async Task<string?> WhyAsync(this HttpResponseMessage response, HttpStatusCode status) =>
        (await response.ReadAsync(status)).GetProperty("detail").GetString();

    /// <summary>The first sentence beside a field.</summary>
    public static async Task<string?> ErrorAsync(this HttpResponseMessage response, string field) =>
        (await response.ReadAsync(HttpStatusCode.BadRequest)).GetProperty("errors").GetProperty(field)[0].GetString();

    public static Guid Id(this JsonElement thing) => thing.GetProperty("id").GetGuid();

    public static int Number(this JsonElement ticket) => ticket.GetProperty("number").GetInt32();

    public static int Version(this JsonElement ticket) => ticket.GetProperty("version").GetInt32();

    public static bool IsNull(this JsonElement thing, string name) => thing.GetProperty(name).ValueKind == JsonValueKind.Null;

    public static IEnumerable<JsonElement> Items(this JsonElement list) => list.GetProperty("items").EnumerateArray();

    private static async Task<HttpResponseMessage> PatchAsync(this HttpClient api, string url, object body, int? version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Patch, url) { Content = JsonContent.Create(body) };
        if (version is not null)
        {
            request.Headers.Add("If-Match", $"\"{version}\"");
        }

        return await api.SendAsync(request);
    }
}
