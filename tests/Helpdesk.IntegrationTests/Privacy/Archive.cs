using System.IO.Compression;
using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>A person's downloaded data, as the person would open it.</summary>
internal sealed class Archive(Dictionary<string, string> files)
{
    public const string Url = "/api/v1/auth/me/export";

    public IReadOnlyDictionary<string, string> Files => files;

    public string Everything => string.Join('\n', files.Values);

    public JsonElement Json(string path) => JsonSerializer.Deserialize<JsonElement>(files[path]);

    public static Archive Open(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        return new Archive(archive.Entries.ToDictionary(entry => entry.FullName, entry => new StreamReader(entry.Open()).ReadToEnd()));
    }

    /// <summary>Asks, waits and downloads, all over the API.</summary>
    public static async Task<Archive> OfAsync(Site site, Person person)
    {
        var api = site.Api(person);
        using var asked = await api.PostAsync(Url, null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return Open(await api.GetByteArrayAsync($"{Url}/{await ReadyAsync(api)}/download"));
    }

    /// <summary>The id of the person's export once it is ready.</summary>
    public static async Task<Guid> ReadyAsync(HttpClient api)
    {
        JsonElement shown = default;
        await Eventually.TrueAsync("the export is ready", async () =>
        {
            shown = await ShownAsync(api);
            return shown.GetProperty("state").GetString() == "ready";
        });
        return shown.GetProperty("id").GetGuid();
    }

    public static async Task<JsonElement> ShownAsync(HttpClient api) =>
        JsonSerializer.Deserialize<JsonElement>(await api.GetStringAsync(Url));
}
