using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Admins put everybody's macros and canned answers in order, hide and remove them; agents are offered what is left.</summary>
public sealed class ManageKeptTests(Site site) : IClassFixture<Site>
{
    private const string Script = "<script>alert(1)</script>";

    [Theory]
    [InlineData("macros", "/admin/macros")]
    [InlineData("canned-answers", "/admin/answers")]
    public async Task What_everybody_keeps_is_ordered_hidden_and_removed(string path, string url)
    {
        var (admin, agent, other) = (await site.AdminAsync(), await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync());
        var own = await SaveAsync(agent, path, "Zebra", "own");
        var (shared, odd) = (await SaveAsync(agent, path, "Apple", "everybody"), await SaveAsync(other, path, Script, "everybody"));
        var browser = site.Browser(admin);
        var page = await browser.PageAsync(url);
        Assert.Equal([Script, "Apple", "Zebra"], NamesIn(page));
        Assert.DoesNotContain(page.Scripts, script => script.TextContent.Contains("alert(1)", StringComparison.Ordinal));
        Assert.Contains("Ana Lindqvist · only its owner · used 0 times", page.QuerySelector("[data-sorted=Zebra]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-sorted=Zebra] a"));

        using var up = await browser.SubmitAsync(page, url, "[data-sorted=Zebra] form");
        page = await browser.FollowAsync(up);
        Assert.Equal([Script, "Zebra", "Apple"], NamesIn(page));
        Assert.Equal([Script, "Zebra", "Apple"], await OfferedAsync(agent, path));
        using var last = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/{path}/{odd}", new { position = 9 });
        Assert.Equal(HttpStatusCode.NoContent, last.StatusCode);
        Assert.Equal(["Zebra", "Apple", Script], await OfferedAsync(agent, path));
        await SaveAsync(agent, path, "New", "own");
        Assert.Equal("New", (await OfferedAsync(agent, path))[^1]);

        using var hidden = await browser.SubmitAsync(page, url, "[data-sorted=Apple] form:has([name='Form.IsHidden'])");
        Assert.Contains("Hidden", (await browser.FollowAsync(hidden)).QuerySelector("[data-sorted=Apple]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Apple", await OfferedAsync(agent, path));
        using var shown = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/{path}/{shared}", new { isHidden = false });
        Assert.Contains("Apple", await OfferedAsync(other, path));

        using var removed = await browser.SubmitAsync(page, url, "[data-sorted=Zebra] form:has([name='back'])");
        Assert.Equal(url, removed.Headers.Location!.OriginalString);
        var all = (await site.Api(admin).JsonAsync($"/api/v1/admin/{path}/all")).Items().ToList();
        Assert.DoesNotContain(all, kept => kept.Id() == own);
        Assert.Contains(all, kept => kept.Text("name") == "Apple" && kept.GetProperty("owner").Text("name") == "Ana Lindqvist");

        Assert.Equal([("kept.hidden", "True"), ("kept.hidden", "False")], (await site.LinesAboutAsync(shared)).Select(act => (act.Action, act.Fact("hidden"))));
        var line = await site.LineAboutAsync(own, "kept.removed");
        Assert.Equal((admin.Id, "Zebra", agent.Id.ToString()), (line.ActorId, line.Fact("name"), line.Fact("owner")));

        // An agent takes away one's own alone, and a private one is nobody else's to read.
        using var foreign = await site.Api(agent).DeleteAsync($"/api/v1/admin/{path}/{odd}");
        Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using var opened = await site.Api(agent).GetAsync($"/api/v1/admin/{path}/{odd}");
        Assert.Equal(HttpStatusCode.NotFound, opened.StatusCode);
        Assert.Equal("Apple", (await site.Api(admin).JsonAsync($"/api/v1/admin/{path}/{shared}")).Text("name"));
    }

    [Fact]
    public async Task A_macro_that_is_being_written_shows_what_it_would_do_on_a_ticket_and_does_nothing()
    {
        var (priya, agent) = (await site.EmployeeAsync("Priya Patel"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya);
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/queue/macros/new");
        using var tried = await browser.PostAsync("/queue/macros/new?handler=preview", new FormUrlEncodedContent(Forms.FieldsOf(
            (AngleSharp.Html.Dom.IHtmlFormElement)page.QuerySelector("main form")!,
            ("Form.Name", "Swap"), ("Form.Priority", "low"), ("Form.Reply", "Dear {{requester.first_name}}"), ("TryOn", $"#{ticket.Number}"))));
        var preview = (await tried.PageAsync()).QuerySelector("section[aria-labelledby=preview]")!.TextContent;
        Assert.Contains("Set priority to low", preview, StringComparison.Ordinal);
        Assert.Contains("Dear Priya", preview, StringComparison.Ordinal);
        Assert.DoesNotContain((await site.Api(agent).JsonAsync("/api/v1/admin/macros")).EnumerateArray(), macro => macro.Text("name") == "Swap");
        Assert.Equal("medium", (await site.LookAsync(agent, ticket)).Text("priority"));

        using var byApi = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros/preview", new { ticket = ticket.Id, macro = new { name = "Swap", reply = "Dear {{requester.nmae}}" } });
        Assert.Contains("Did you mean {{requester.name}}?", await byApi.ErrorAsync("reply"), StringComparison.Ordinal);
        using var nowhere = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/macros/preview", new { ticket = "999999", macro = new { name = "Swap", reply = "x" } });
        Assert.Equal("Choose a ticket that you can see.", await nowhere.ErrorAsync("ticket"));
    }

    private static IEnumerable<string?> NamesIn(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelectorAll("[data-sorted]").Select(row => row.GetAttribute("data-sorted"));

    private async Task<Guid> SaveAsync(Person agent, string path, string name, string sharing)
    {
        using var saved = await site.Api(agent).PostAsJsonAsync(
            $"/api/v1/admin/{path}", path == "macros" ? new { name, reply = "x", sharing } : (object)new { name, body = "x", sharing });
        return (await saved.ReadAsync(HttpStatusCode.Created)).Id();
    }

    private async Task<List<string>> OfferedAsync(Person agent, string path) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>($"/api/v1/admin/{path}")).EnumerateArray().Select(kept => kept.Text("name"))];
}
