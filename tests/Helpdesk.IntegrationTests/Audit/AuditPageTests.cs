using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Helpdesk.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>The audit log as sentences, searched, narrowed to days, taken along as a file, and trimmed when lines are old.</summary>
public sealed class AuditPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_line_is_a_sentence_with_what_was_before_and_after()
    {
        var admin = await site.AdminAsync();
        var (actor, subject) = (await site.AdminAsync("Dana <b>Dahl</b>"), await site.EmployeeAsync("Priya Patel"));
        await AddAsync(actor.Id, subject.Id, "10.9.8.7", """{"from": "employee", "to": "agent"}""");
        var page = await site.Browser(admin).PageAsync("/admin/audit?q=10.9.8.7");
        var row = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.StartsWith("Dana <b>Dahl</b> changed the role of Priya Patel from employee to agent.", row.QuerySelector("th")!.TextContent.Trim(), StringComparison.Ordinal);
        Assert.Equal($"/admin/people/{subject.Id}", row.QuerySelector("th a")!.GetAttribute("href"));
        Assert.Equal(["from", "employee", "to", "agent"], row.QuerySelectorAll("dl.facts > *").Select(fact => fact.TextContent));
        Assert.EndsWith(" UTC", row.QuerySelector("time")!.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_is_called_as_its_page_calls_it()
    {
        var admin = await site.AdminAsync();
        using var changed = await site.Api(admin).PatchAsJsonAsync("/api/v1/admin/settings", new { values = new Dictionary<string, int> { ["tickets.remind-after-days"] = 5 } });
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        var page = await site.Browser(admin).PageAsync("/admin/audit?action=setting");
        Assert.StartsWith($"{admin.Name} changed the setting “Remind after” from nothing to 5.", page.QuerySelector("tbody th")!.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_found_by_the_names_and_addresses_of_people_and_by_day()
    {
        var admin = await site.AdminAsync();
        var (actor, subject) = (await site.AdminAsync("Quirin Quast"), await site.EmployeeAsync("Xaver Xylander"));
        await AddAsync(actor.Id, subject.Id, "10.9.8.6");
        var today = site.Clock.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var tomorrow = site.Clock.GetUtcNow().AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(1, await CountAsync(admin, "q=Quirin"));
        Assert.Equal(1, await CountAsync(admin, $"q={Uri.EscapeDataString(subject.Email)}"));
        Assert.Equal(1, await CountAsync(admin, $"q=Xylander&from={today}&to={today}"));
        Assert.Equal(0, await CountAsync(admin, $"q=Xylander&from={tomorrow}"));
        Assert.Equal(0, await CountAsync(admin, "q=Xylander&action=ticket"));

        // Also by what a line tells: it holds the words as people wrote them.
        await AddAsync(actor.Id, subject.Id, "10.9.8.4", """{"from": "Drucker 50%", "to": "Geräte"}""");
        Assert.Equal(1, await CountAsync(admin, "q=drucker%2050%25"));
        Assert.Equal(1, await CountAsync(admin, "q=geräte"));
        Assert.Equal(0, await CountAsync(admin, "q=drucker%2051%25"));
    }

    [Fact]
    public async Task The_same_lines_are_a_file_that_no_spreadsheet_runs()
    {
        var admin = await site.AdminAsync();
        var subject = await site.EmployeeAsync("=HYPERLINK(1)");
        await AddAsync(admin.Id, subject.Id, "10.9.8.5");
        foreach (var file in new[] { await site.Browser(admin).GetAsync("/admin/audit/file?q=10.9.8.5"), await site.Api(admin).GetAsync("/api/v1/admin/audit-log/file?q=10.9.8.5") })
        {
            Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
            var lines = (await file.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(2, lines.Length);
            Assert.Contains("account.role-changed", lines[1], StringComparison.Ordinal);
            Assert.Contains(",'=HYPERLINK(1),", lines[1], StringComparison.Ordinal);
            file.Dispose();
        }
    }

    [Fact]
    public async Task Lines_that_are_older_than_they_are_kept_go_and_a_line_says_so()
    {
        var (old, young) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await site.WithAsync<PlatformDbContext>(async db =>
        {
            db.AddRange(
                new AuditEntry { Id = old, At = site.Clock.GetUtcNow().AddDays(-1_096), Action = "old.line" },
                new AuditEntry { Id = young, At = site.Clock.GetUtcNow().AddDays(-1_094), Action = "young.line" });
            await db.SaveChangesAsync();
        });
        await site.WithAsync<TrimAudit>(trim => trim.DoNextAsync(CancellationToken.None));
        var lines = await site.LinesAsync();
        Assert.DoesNotContain(lines, line => line.Id == old);
        Assert.Contains(lines, line => line.Id == young);
        Assert.Equal("1", Assert.Single(lines, line => line.Action == "audit.trimmed").Fact("lines"));
    }

    [Fact]
    public async Task Even_who_trims_takes_no_young_line()
    {
        var young = Guid.CreateVersion7();
        await site.WithAsync<PlatformDbContext>(async db =>
        {
            db.Add(new AuditEntry { Id = young, At = site.Clock.GetUtcNow().AddDays(-80), Action = "young.line" });
            await db.SaveChangesAsync();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"select set_config('helpdesk.trims_audit', 'on', true)");
            await Assert.ThrowsAsync<Npgsql.PostgresException>(() => db.Database.ExecuteSqlAsync($"delete from platform.audit_entries where id = {young}"));
        });
    }

    private async Task<int> CountAsync(Person admin, string query)
    {
        using var response = await site.Browser(admin).GetAsync($"/admin/audit?{query}");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return (await response.PageAsync()).QuerySelectorAll("tbody tr").Length;
    }

    private Task AddAsync(Guid actor, Guid subject, string address, string details = "{}") => site.WithAsync<PlatformDbContext>(async db =>
    {
        db.Add(new AuditEntry
        {
            Id = Guid.CreateVersion7(),
            At = site.Clock.GetUtcNow(),
            ActorId = actor,
            Action = "account.role-changed",
            SubjectKind = "person",
            SubjectId = subject.ToString(),
            Details = details,
            Address = address,
        });
        await db.SaveChangesAsync();
    });
}
