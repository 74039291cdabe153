using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>A new helpdesk tells its administrators what is still to do, until it is done or they have had enough.</summary>
public sealed class ChecklistTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_is_done_is_seen_and_the_card_goes_when_it_is_put_away()
    {
        var admin = await site.AdminAsync();
        await site.EmployeeAsync();
        var before = await ItemsAsync(admin);
        Assert.Equal(["Mail", "https", "Branding", "People"], before.Select(item => item.Text("name")));
        Assert.True(IsDone(before, "People"));
        Assert.False(IsDone(before, "Branding"));

        using var branded = await site.Api(admin).PatchAsJsonAsync("/api/v1/admin/branding", new { accent = "#0b5fa5" });
        Assert.Equal(HttpStatusCode.OK, branded.StatusCode);
        Assert.True(IsDone(await ItemsAsync(admin), "Branding"));

        var browser = site.Browser(admin);
        var page = await browser.PageAsync("/admin");
        Assert.Contains("Name a mail server", page.QuerySelector("[aria-labelledby=checklist]")!.TextContent, StringComparison.Ordinal);
        using var hidden = await browser.SubmitAsync(page, "/admin", "form[action='/admin/checklist/removal']");
        Assert.Equal("/admin", hidden.Headers.Location!.OriginalString);
        Assert.Null((await browser.PageAsync("/admin")).QuerySelector("[aria-labelledby=checklist]"));
        var after = await site.Api(await site.AdminAsync()).GetFromJsonAsync<JsonElement>("/api/v1/admin/checklist");
        Assert.Equal(JsonValueKind.Null, after.GetProperty("items").ValueKind);
    }

    private static bool IsDone(IEnumerable<JsonElement> items, string name) => items.Single(item => item.Text("name") == name).GetProperty("isDone").GetBoolean();

    private async Task<List<JsonElement>> ItemsAsync(Person admin) =>
        [.. (await site.Api(admin).GetFromJsonAsync<JsonElement>("/api/v1/admin/checklist")).GetProperty("items").EnumerateArray()];
}
