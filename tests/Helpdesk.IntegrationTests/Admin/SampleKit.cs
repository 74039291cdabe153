using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Npgsql;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>Sample data as an administrator adds and removes it, and what the tables hold.</summary>
internal static class SampleKit
{
    public const string Url = "/api/v1/admin/samples";

    public static async Task AddSamplesAsync(this Site site, Person admin)
    {
        using var added = await site.Api(admin).PostAsync(Url, null);
        await added.ReadNothingAsync();
    }

    public static async Task RemoveSamplesAsync(this Site site, Person admin)
    {
        using var removed = await site.Api(admin).DeleteAsync(Url);
        await removed.ReadNothingAsync();
    }

    /// <summary>By the subject without its mark.</summary>
    public static async Task<Dictionary<string, JsonElement>> SampleTicketsAsync(this Site site, Person agent) =>
        (await site.Api(agent).JsonAsync("/api/v1/admin/tickets?tag=sample&limit=100")).Items().ToDictionary(ticket => ticket.Text("subject")["Sample: ".Length..]);

    /// <summary>How many of each kind there are.</summary>
    public static async Task<Dictionary<string, int>> SamplesAsync(this Site site, Person admin) =>
        (await site.Api(admin).JsonAsync(Url)).GetProperty("kinds").EnumerateArray().ToDictionary(kind => kind.Text("kind"), kind => kind.GetProperty("count").GetInt32());

    /// <summary>The rows of every table of every module.</summary>
    public static async Task<SortedDictionary<string, long>> RowCountsAsync(this Site site)
    {
        await using var data = NpgsqlDataSource.Create(site.ConnectionString);
        var tables = new List<string>();
        await using (var listing = data.CreateCommand("select format('%I.%I', schemaname, tablename) from pg_tables where schemaname in ('platform', 'auth', 'kb', 'tickets', 'admin')"))
        await using (var names = await listing.ExecuteReaderAsync())
        {
            while (await names.ReadAsync())
            {
                tables.Add(names.GetString(0));
            }
        }

        Assert.True(tables.Count > 50);
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var counting = data.CreateCommand($"select count(*) from {table}");
            counts[table] = (long)(await counting.ExecuteScalarAsync())!;
        }

        return counts;
    }

    private static async Task ReadNothingAsync(this HttpResponseMessage response) =>
        Assert.True(response.StatusCode == HttpStatusCode.NoContent, $"{(int)response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
}
