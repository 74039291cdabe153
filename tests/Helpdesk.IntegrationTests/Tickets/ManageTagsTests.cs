using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Tags are counted, renamed, merged and removed on everything that names them.</summary>
public sealed class ManageTagsTests(Site site) : IClassFixture<Site>
{
    private const string Script = "<script>alert(1)</script>";
    private static readonly string[] Both = ["wlan", "wifi"];
    private static readonly string[] Radios = ["WLAN ", "wi-fi", "wifi"];
    private static readonly string[] Wifi = ["wifi"];

    [Fact]
    public async Task By_api_tags_become_one_on_tickets_views_and_macros()
    {
        var (admin, agent) = (await site.AdminAsync(), await site.AgentAsync());
        var (one, two) = (await TaggedAsync(agent, "wlan", "slow", "wifi"), await TaggedAsync(agent, "wi-fi"));
        using var macro = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros", new { name = "Radio", change = new { addTags = Both } });
        using var view = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/views", new { name = "Radio", query = "tag=wlan&tag=wifi&status=open" });
        Assert.Equal(1, await CountAsync(admin, "wlan"));
        using var merged = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/merge", new { tags = Radios, into = "wifi" });
        Assert.Equal(2, (await merged.ReadAsync(HttpStatusCode.OK)).GetProperty("tickets").GetInt32());
        Assert.Equal(["wifi", "slow"], await TagsAsync(agent, one));
        Assert.Equal(["wifi"], await TagsAsync(agent, two));
        Assert.Equal("Add tag wifi", (await site.Api(agent).JsonAsync("/api/v1/admin/macros"))[0].GetProperty("sentences")[0].GetString());
        Assert.Equal("tag=wifi&status=open", (await site.Api(agent).JsonAsync("/api/v1/admin/views"))[0].Text("query"));
        Assert.Equal((0, 2), (await CountAsync(admin, "wlan"), await CountAsync(admin, "wifi")));

        using var nothing = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/merge", new { tags = Wifi, into = "wifi" });
        Assert.Equal("Choose the tags to merge.", await nothing.ErrorAsync("tags"));
        using var mistyped = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/merge", new { tags = Both, into = "radio" });
        Assert.Equal("No ticket carries the tag “wlan”.", await mistyped.ErrorAsync("tags"));
        Assert.Equal((0, 2), (await CountAsync(admin, "radio"), await CountAsync(admin, "wifi")));
        using var same = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/rename", new { tag = "slow", name = "Slow" });
        Assert.Equal(0, (await same.ReadAsync(HttpStatusCode.OK)).GetProperty("tickets").GetInt32());
        using var taken = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/rename", new { tag = "slow", name = "wifi" });
        Assert.Equal("There is a tag “wifi” already. Merge the two instead.", await taken.WhyAsync(HttpStatusCode.Conflict));
        using var renamed = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/tags/rename", new { tag = "slow", name = "Sluggish" });
        Assert.Equal("sluggish", (await renamed.ReadAsync(HttpStatusCode.OK)).Text("name"));
        using var removed = await site.Api(admin).DeleteAsync("/api/v1/admin/tags?tag=wifi");
        Assert.Equal(HttpStatusCode.OK, removed.StatusCode);
        Assert.Equal(["sluggish"], await TagsAsync(agent, one));
        Assert.Empty((await site.Api(agent).JsonAsync("/api/v1/admin/macros"))[0].GetProperty("sentences").EnumerateArray());
    }

    [Fact]
    public async Task By_pages_too_and_what_a_tag_is_called_does_nothing()
    {
        var (admin, agent) = (await site.AdminAsync(), await site.AgentAsync());
        var ticket = await TaggedAsync(agent, Script, "a/b");
        var browser = site.Browser(admin);
        var page = await browser.PageAsync("/admin/tags");
        Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        using var empty = await browser.SubmitAsync(page, "/admin/tags", "#merge-tags", ("Form.Tags", "a/b"));
        Assert.Equal(["Enter a name."], await empty.ProblemsAsync());
        using var merged = await browser.SubmitAsync(page, "/admin/tags", "#merge-tags", ("Form.Tags", Script), ("Form.Into", "a/b"));
        Assert.Equal("Merged into “a/b”. 1 ticket is changed.", (await browser.FollowAsync(merged)).Flash());
        using var renamed = await browser.SubmitAsync("/admin/tags/name?tag=a%2Fb", "main form", ("Form.Name", "ab"));
        Assert.Equal("Renamed to “ab”. 1 ticket is changed.", (await browser.FollowAsync(renamed)).Flash());
        var question = await browser.PageAsync("/admin/tags/removal?tag=ab");
        Assert.Contains("1 ticket carries it.", question.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var removed = await browser.SubmitAsync(question, "/admin/tags/removal", "main form");
        Assert.Equal("Removed “ab”. 1 ticket is changed.", (await browser.FollowAsync(removed)).Flash());
        Assert.Empty(await TagsAsync(agent, ticket));
    }

    private async Task<FiledTicket> TaggedAsync(Person agent, params string[] tags)
    {
        var ticket = await site.FileAsync(await site.EmployeeAsync());
        await site.ChangeAsync(agent, ticket, new { tags });
        return ticket;
    }

    private async Task<List<string>> TagsAsync(Person agent, FiledTicket ticket) =>
        [.. (await site.LookAsync(agent, ticket)).GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!)];

    private async Task<int> CountAsync(Person admin, string tag) =>
        (await site.Api(admin).JsonAsync("/api/v1/admin/tags")).Items().Where(item => item.Text("name") == tag).Sum(item => item.GetProperty("tickets").GetInt32());
}
