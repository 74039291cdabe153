using System.Net.Http.Headers;
using System.Net.Http.Json;

namespace Helpdesk.IntegrationTests.Kit;

/// <summary>API keys made by a test, over the API as an administrator makes them.</summary>
internal static class Keys
{
    public const string Url = "/api/v1/admin/api-keys";

    public static async Task<(Guid Id, string Secret)> KeyAsync(this Site site, Person admin, string scope, int? days = 90)
    {
        using var made = await site.Api(admin).PostAsJsonAsync(Url, new { name = $"A {scope} key", scope, expiresInDays = days });
        var key = await made.EnsureSuccessStatusCode().JsonAsync();
        return (key.GetProperty("id").GetGuid(), key.Text("key"));
    }

    /// <summary>A program with a key.</summary>
    public static HttpClient Holding(this Site site, string secret)
    {
        var program = site.Api();
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        return program;
    }
}
