using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Texts that agents insert: kept, shared, filled for a ticket and put behind what is typed; by page and API.</summary>
public sealed class CannedAnswerTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_pages_an_answer_is_written_and_goes_behind_what_is_typed()
    {
        var (requester, agent) = (await site.EmployeeAsync("Priya *Patel*"), await site.AgentAsync("Ana Lindqvist"));
        var ticket = await site.FileAsync(requester, "Printer [on] fire");
        var browser = site.Browser(agent);
        using var wrong = await browser.SubmitAsync("/queue/answers/new", "main form", ("Form.Name", "Reset"), ("Form.Body", "Dear {{requester.nmae}}"));
        Assert.Contains("There is no placeholder {{requester.nmae}}.", (await wrong.ProblemsAsync())[0], StringComparison.Ordinal);
        using var saved = await browser.SubmitAsync(await wrong.PageAsync(), "/queue/answers/new", "main form", ("Form.Body", "Dear {{requester.first_name}},\n\nturn {{ticket.subject}} off.\n\n{{agent.name}}"));
        var page = await browser.FollowAsync(saved);
        Assert.Contains("Reset", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var composer = await browser.PageAsync(ticket.Url);
        var typed = Forms.FieldsOf((IHtmlFormElement)composer.QuerySelector("#reply")!, ("Form.Body", "Hello!"));
        using var chooses = await browser.PostAsync($"/tickets/{ticket.Id}/answers", new FormUrlEncodedContent(typed));
        page = await chooses.PageAsync();
        var answer = page.QuerySelectorAll("button[name=answer]").Single(button => button.TextContent.EndsWith("Reset", StringComparison.Ordinal)).GetAttribute("value")!;
        using var used = await browser.SubmitAsync(page, "", "main form", ("answer", answer));
        Assert.Equal(HttpStatusCode.Redirect, used.StatusCode);
        // What people wrote is put in as words: it can neither form a link nor emphasis.
        Assert.Equal(
            "Hello!\n\nDear Priya,\n\nturn Printer \\[on\\] fire off.\n\nAna Lindqvist",
            (await browser.PageAsync(ticket.Url)).QuerySelector("#reply textarea")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task By_api_answers_are_shared_changed_and_removed_by_those_who_may()
    {
        var (owner, other, admin) = (await site.AgentAsync(), await site.AgentAsync(), await site.AdminAsync());
        var mine = await SaveAsync(owner, "Mine", "own");
        var shared = await SaveAsync(owner, "Shared", "everybody");
        Assert.Equal(["Shared"], await NamesAsync(other));
        Assert.Equal(["Mine", "Shared"], await NamesAsync(owner));
        using var byOther = await site.Api(other).PutAsJsonAsync($"/api/v1/admin/canned-answers/{shared}", new { name = "Taken", body = "x", sharing = "own" });
        Assert.Equal(HttpStatusCode.NotFound, byOther.StatusCode);
        using var byAdmin = await site.Api(admin).PutAsJsonAsync($"/api/v1/admin/canned-answers/{shared}", new { name = "Better", body = "x", sharing = "everybody" });
        Assert.Equal("Better", (await byAdmin.JsonAsync()).Text("name"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(other).DeleteAsync($"/api/v1/admin/canned-answers/{mine}")).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await site.Api(owner).DeleteAsync($"/api/v1/admin/canned-answers/{mine}")).StatusCode);
        foreach (var wrong in new object[] { new { name = "", body = "x" }, new { name = "x", body = "" }, new { name = "x", body = "x", sharing = Guid.NewGuid().ToString() } })
        {
            using var refused = await site.Api(owner).PostAsJsonAsync("/api/v1/admin/canned-answers", wrong);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }
    }

    private async Task<Guid> SaveAsync(Person agent, string name, string sharing)
    {
        using var answer = await site.Api(agent).PostAsJsonAsync("/api/v1/admin/canned-answers", new { name, body = "Words.", sharing });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.JsonAsync()).GetProperty("id").GetGuid();
    }

    private async Task<List<string>> NamesAsync(Person agent) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/canned-answers")).EnumerateArray().Select(answer => answer.Text("name"))];
}
