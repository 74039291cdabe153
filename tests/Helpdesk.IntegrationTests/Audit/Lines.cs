using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>Reads the audit log as it lies in the database.</summary>
internal static class Lines
{
    public static Task<List<AuditEntry>> LinesAsync(this Site site) =>
        site.WithAsync<PlatformDbContext, List<AuditEntry>>(db => db.AuditEntries.AsNoTracking().OrderBy(entry => entry.At).ThenBy(entry => entry.Id).ToListAsync());

    /// <summary>What happened to a person, or was done by them.</summary>
    public static async Task<List<AuditEntry>> LinesAboutAsync(this Site site, Guid id) =>
        [.. (await site.LinesAsync()).Where(entry => entry.SubjectId == id.ToString() || entry.ActorId == id)];

    public static async Task<AuditEntry> LineAboutAsync(this Site site, Guid id, string action) =>
        Assert.Single(await site.LinesAboutAsync(id), entry => entry.Action == action);

    /// <summary>What came from one network address.</summary>
    public static async Task<List<AuditEntry>> LinesFromAsync(this Site site, string address) =>
        [.. (await site.LinesAsync()).Where(entry => entry.Address == address)];

    public static string Fact(this AuditEntry entry, string name) =>
        JsonSerializer.Deserialize<JsonElement>(entry.Details).GetProperty(name).ToString();

    public static IEnumerable<string> Actions(this IEnumerable<AuditEntry> entries) => entries.Select(entry => entry.Action);
}
