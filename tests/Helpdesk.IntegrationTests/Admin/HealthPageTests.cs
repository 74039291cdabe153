using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.CheckUps;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>The health page tells of each dependency how it is, since when, and what to do; for support without secrets.</summary>
public sealed class HealthPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Page_and_endpoint_tell_the_same_of_each_dependency()
    {
        var admin = await site.AdminAsync();
        var health = await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/health");
        var parts = health.GetProperty("parts").EnumerateArray().ToDictionary(part => part.Text("name"));
        Assert.Equal(
            ["Address", "Clock", "Database", "Disk", "Files", "Keys", "Libraries", "Mail", "Migrations", "Outbox"], parts.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("good", parts["Database"].Text("state"));
        Assert.All(parts.Values, part => Assert.NotEmpty(part.Text("affects")));

        var page = await site.Browser(admin).PageAsync("/admin/health");
        Assert.Equal(parts.Count, page.QuerySelectorAll(".checklist > li").Length);
        var support = page.QuerySelector("#support-text")!.TextContent;
        Assert.All(parts.Keys, name => Assert.Contains($" {name}: ", support, StringComparison.Ordinal));
        Assert.StartsWith("Helpdesk ", support, StringComparison.Ordinal);
        Assert.DoesNotContain("Password", support, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_state_is_since_it_became_so_not_since_somebody_looked()
    {
        var admin = await site.AdminAsync();
        var first = await SinceAsync(admin);
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(first, await SinceAsync(admin));
        await site.WithAsync<IDiagnosis>(diagnosis => diagnosis.LookAsync(CancellationToken.None));
        Assert.Equal(first, await SinceAsync(admin));
    }

    private async Task<string> SinceAsync(Person admin) =>
        (await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/health")).GetProperty("parts").EnumerateArray()
            .Single(part => part.Text("name") == "Libraries").Text("since");
}
