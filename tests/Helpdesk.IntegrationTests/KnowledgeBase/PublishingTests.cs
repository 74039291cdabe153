using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.BinItem;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.PublishItem;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>What readers may read begins, ends and comes back, by page, by API and by the clock.</summary>
public sealed class PublishingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_published_item_is_there_until_it_is_unpublished_and_its_former_addresses_go_with_it()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.PublishedAsync(agent, "Seen by readers");
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(reader, item.Text("slug")));
        await site.WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            db.Add(new DayOfViews { ItemId = item.Id(), Day = DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime), Count = 320 });
            await db.SaveChangesAsync();
        });
        var browser = site.Browser(agent);
        var asked = await browser.PageAsync($"/kb/manage/{item.Id()}/unpublish");
        Assert.Contains("320 people read this last month. Unpublish?", asked.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var done = await browser.SubmitAsync(asked, "", "main form");
        Assert.Equal(HttpStatusCode.NotFound, await ReadAsync(reader, item.Text("slug")));
        await site.ChangeAsync(agent, item.Id(), new { slug = "moved-away" });
        Assert.Equal(HttpStatusCode.NotFound, await ReadAsync(reader, item.Text("slug")));
        Assert.Equal(["item.published", "item.unpublished"], (await site.LinesAboutAsync(item.Id())).Actions());
    }

    [Fact]
    public async Task An_archived_item_whose_time_is_taken_off_stays_archived()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.PublishedAsync(agent, "Out of date until then");
        using var archived = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/archive", new { });
        using var scheduled = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/publish", new { at = site.Clock.GetUtcNow().AddDays(300) });
        Assert.Equal("archived", (await scheduled.OkAsync()).Text("status"));
        var browser = site.Browser(agent);
        var asked = await browser.PageAsync($"/kb/manage/{item.Id()}/unpublish");
        Assert.Equal("Do not publish “Out of date until then” by itself?", asked.QuerySelector("h1")!.TextContent);
        using var done = await browser.SubmitAsync(asked, "", "main form");
        var page = await browser.FollowAsync(done);
        Assert.Contains("It will not be published by itself.", page.QuerySelector("#flash")!.TextContent, StringComparison.Ordinal);
        var view = await site.ItemAsync(agent, item.Id());
        Assert.Equal(("archived", JsonValueKind.Null), (view.Text("status"), view.GetProperty("publishAt").ValueKind));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(reader, item.Text("slug")));
    }

    [Fact]
    public async Task Nothing_is_published_that_has_nothing_to_read()
    {
        var agent = await site.AgentAsync();
        foreach (var (type, sentence) in new[] { ("article", "Write a text first."), ("video", "Add the video first"), ("document", "Add the document first.") })
        {
            var item = await site.BeginAsync(agent, $"Empty {type}", type: type);
            using var refused = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/publish", new { });
            Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
            Assert.Contains(sentence, (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_scheduled_item_is_published_once_by_whichever_clock_comes_first()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.BeginAsync(agent, "Tomorrow", "Words.");
        var browser = site.Browser(agent);
        var at = site.Clock.GetUtcNow().AddDays(2).UtcDateTime;
        using var past = await browser.SubmitAsync($"/kb/manage/{item.Id()}/publish", "main form.card", ("When", "later"), ("Day", "2020-01-01"), ("Time", "09:00"));
        Assert.Equal("Choose a time that is still to come.", (await past.ProblemsAsync())[0]);
        using var set = await browser.SubmitAsync(
            $"/kb/manage/{item.Id()}/publish", "main form.card", ("When", "later"), ("Day", at.ToString("yyyy-MM-dd", null)), ("Time", "09:00"));
        var page = await browser.FollowAsync(set);
        Assert.Contains(", 09:00, UTC.", page.QuerySelector(".notice.info")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await ReadAsync(reader, "tomorrow"));
        site.Clock.Advance(TimeSpan.FromDays(3));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.WithAsync<PublishScheduled>(clock => clock.DoNextAsync(CancellationToken.None))));
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(reader, "tomorrow"));
        Assert.Equal(["item.scheduled", "item.published"], (await site.LinesAboutAsync(item.Id())).Actions());
    }

    [Fact]
    public async Task An_archived_item_names_what_to_read_instead_and_searches_leave_it_out()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var (old, better) = (await site.PublishedAsync(agent, "Xerxes old"), await site.PublishedAsync(agent, "Xerxes new"));
        var browser = site.Browser(agent);
        using var wrong = await browser.SubmitAsync($"/kb/manage/{old.Id()}/archive", "main form", ("Form.ReplacedBy", "/kb/none-such"));
        Assert.Equal("Enter the address of another published article.", (await wrong.ProblemsAsync())[0]);
        using var done = await browser.SubmitAsync($"/kb/manage/{old.Id()}/archive", "main form", ("Form.ReplacedBy", "https://help.example.com/kb/xerxes-new"));
        Assert.Equal(better.Id(), (await site.ItemAsync(agent, old.Id())).GetProperty("replacedById").GetGuid());
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(reader, "xerxes-old"));
        var found = await site.Api(reader).GetFromJsonAsync<JsonElement>("/api/v1/kb/search?q=xerxes");
        Assert.Equal("xerxes-new", Assert.Single(found.GetProperty("items").EnumerateArray()).Text("slug"));
        using var draft = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{(await site.BeginAsync(agent, "Draft")).Id()}/archive", new { });
        Assert.Equal(HttpStatusCode.Conflict, draft.StatusCode);
    }

    [Fact]
    public async Task What_is_deleted_lies_in_the_bin_for_thirty_days_and_can_be_taken_out()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var (kept, gone) = (await site.PublishedAsync(agent, "Taken out"), await site.PublishedAsync(agent, "Left in"));
        using var first = await site.Browser(agent).SubmitAsync($"/kb/manage/{kept.Id()}", "form[action$='/removal']");
        using var second = await site.Api(agent).DeleteAsync($"{ManagedItemCalls.Items}/{gone.Id()}");
        Assert.Equal(HttpStatusCode.NoContent, second.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await ReadAsync(reader, "taken-out"));
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(agent).GetAsync($"{ManagedItemCalls.Items}/{kept.Id()}")).StatusCode);
        var browser = site.Browser(agent);
        var bin = await browser.PageAsync("/kb/manage?bin=true");
        using var taken = await browser.SubmitAsync(bin, "/kb/manage?bin=true", $"form[action$='{kept.Id()}/recovery']");
        Assert.Equal("draft", (await site.ItemAsync(agent, kept.Id())).Text("status"));
        await site.WithAsync<EmptyBin>(clock => clock.DoNextAsync(CancellationToken.None));
        Assert.Contains("left-in", await SlugsAsync(agent, "bin=true"));
        site.Clock.Advance(Item.KeptInBin + TimeSpan.FromMinutes(1));
        await site.WithAsync<EmptyBin>(clock => clock.DoNextAsync(CancellationToken.None));
        // Nobody's session lasts as long.
        Assert.DoesNotContain("left-in", await SlugsAsync(await site.AgentAsync(), "bin=true"));
        Assert.Equal(["item.published", "item.deleted", "item.purged"], (await site.LinesAboutAsync(gone.Id())).Actions());
        Assert.False(await site.WithAsync<KnowledgeBaseDbContext, bool>(db => db.Versions.AnyAsync(version => version.ItemId == gone.Id())));
    }

    [Fact]
    public async Task The_list_filters_and_goes_on_withtakengaps()
    {
        var (agent, other) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Ben Okafor"));
        var draft = await site.BeginAsync(agent, "Quokka draft");
        var published = await site.PublishedAsync(agent, "Quokka published");
        var video = await site.BeginAsync(other, "Quokka film", type: "video");
        await site.ChangeAsync(agent, published.Id(), new { ownerId = other.Id, reviewBy = "2020-02-02" });
        Assert.Equal(["quokka-draft", "quokka-film", "quokka-published"], (await SlugsAsync(agent, "q=quokka")).Order(StringComparer.Ordinal));
        Assert.Equal(["quokka-published"], await SlugsAsync(agent, "q=quokka&status=published"));
        Assert.Equal(["quokka-film"], await SlugsAsync(agent, "q=quokka&type=video"));
        Assert.Equal(["quokka-draft"], await SlugsAsync(agent, "q=quokka&owner=me"));
        Assert.Equal(["quokka-published"], await SlugsAsync(agent, "q=quokka&due=true"));
        Assert.Equal(3, (await SlugsAsync(agent, "q=quokka&category=none")).Count);
        var first = await site.Api(agent).GetFromJsonAsync<JsonElement>($"{ManagedItemCalls.Items}?q=quokka&limit=2");
        var rest = await SlugsAsync(agent, $"q=quokka&limit=2&cursor={first.GetProperty("nextCursor").GetString()}");
        Assert.Single(rest);
        foreach (var wrong in new[] { "status=gone", "type=x", "owner=x", "category=none+such", "limit=0", "cursor=x" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await site.Api(agent).GetAsync($"{ManagedItemCalls.Items}?{wrong}")).StatusCode);
        }

        var page = await site.Browser(agent).PageAsync("/kb/manage?q=quokka");
        Assert.Equal(3, page.QuerySelectorAll("table.items tbody tr").Length);
        Assert.Contains("Due 2 Feb 2020", page.QuerySelector("table.items")!.TextContent, StringComparison.Ordinal);
        using var copied = await site.Browser(agent).SubmitAsync($"/kb/manage/{draft.Id()}", "form[action$='/duplicate']");
        Assert.Contains("quokka-draft-copy", await SlugsAsync(agent, "q=quokka"));
        Assert.NotEqual(Guid.Empty, video.Id());
    }

    private async Task<HttpStatusCode> ReadAsync(Person reader, string slug) => (await site.Api(reader).GetAsync($"/api/v1/kb/items/{slug}")).StatusCode;

    private async Task<IReadOnlyList<string>> SlugsAsync(Person agent, string query) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>($"{ManagedItemCalls.Items}?{query}")).GetProperty("items").EnumerateArray().Select(item => item.Text("slug"))];
}
