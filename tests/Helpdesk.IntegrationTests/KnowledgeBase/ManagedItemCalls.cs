using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Writes and keeps items over the API, as tests that are about something else need it.</summary>
internal static class ManagedItemCalls
{
    public const string Items = "/api/v1/admin/kb/items";

    public static async Task<JsonElement> BeginAsync(this Site site, Person agent, string title, string body = "", string type = "article")
    {
        using var answer = await site.Api(agent).PostAsJsonAsync(Items, new { type, title, body });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return await answer.JsonAsync();
    }

    public static async Task<JsonElement> PublishedAsync(this Site site, Person agent, string title, string body = "Words.")
    {
        var item = await site.BeginAsync(agent, title, body);
        using var answer = await site.Api(agent).PostAsJsonAsync($"{Items}/{item.Id()}/publish", new { });
        return await answer.OkAsync();
    }

    public static async Task<JsonElement> ChangeAsync(this Site site, Person agent, Guid id, object change)
    {
        using var answer = await site.Api(agent).PatchAsJsonAsync($"{Items}/{id}", change);
        return await answer.OkAsync();
    }

    public static Task<JsonElement> ItemAsync(this Site site, Person agent, Guid id) =>
        site.Api(agent).GetFromJsonAsync<JsonElement>($"{Items}/{id}");

    public static async Task<JsonElement> OkAsync(this HttpResponseMessage answer)
    {
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
