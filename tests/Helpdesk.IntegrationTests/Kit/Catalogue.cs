using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Tickets.Categories;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>Categories with fields made by a test, known to the site when the call returns.</summary>
internal static class Catalogue
{
    public const string Path = "/api/v1/admin/ticket-categories";

    public static async Task<Guid> CategoryAsync(this Site site, Person admin, object category)
    {
        using var answer = await site.Api(admin).PostAsJsonAsync(Path, category);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var id = (await answer.JsonAsync()).GetProperty("id").GetGuid();
        await site.KnownAsync("the category", set => set.Of(id) is not null);
        return id;
    }

    public static async Task<JsonElement> FieldAsync(this Site site, Person admin, Guid categoryId, object field)
    {
        using var answer = await site.Api(admin).PostAsJsonAsync($"{Path}/{categoryId}/fields", field);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var made = await answer.JsonAsync();
        await site.KnownAsync("the field", set => set.Of(categoryId)!.FieldsForTheTeam.Any(known => known.Key == made.Text("key")));
        return made;
    }

    public static Task KnownAsync(this Site site, string what, Func<CategorySet, bool> isKnown) => Eventually.TrueAsync(
        what, () => site.WithAsync<CategoryList, bool>(async list => isKnown(await list.GetAsync(CancellationToken.None))));

    public static async Task<HttpResponseMessage> PatchAsync(this Site site, Person admin, string path, object change) =>
        await site.Api(admin).PatchAsJsonAsync($"{Path}/{path}", change);
}
