using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Items are begun, written and saved, by one writer and by two at once, by page and API.</summary>
public sealed class WritingTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Fresh = ["at-once"];

    private const string Three = "One.\n\nTwo.\n\nThree.";

    [Fact]
    public async Task By_pages_an_article_is_begun_written_and_published()
    {
        var agent = await site.AgentAsync("Ana Lindqvist");
        var browser = site.Browser(agent);
        using var empty = await browser.SubmitAsync("/kb/manage/new", "main form", ("Form.Title", " "));
        Assert.Equal("Enter the title.", (await empty.ProblemsAsync())[0]);
        using var begun = await browser.SubmitAsync("/kb/manage/new?title=Reset%20a%20badge", "main form");
        var address = begun.Headers.Location!.OriginalString;
        var page = await browser.PageAsync(address);
        Assert.Equal("Reset a badge", page.QuerySelector("#Form_Title")!.GetAttribute("value"));
        Assert.Contains("Draft", page.QuerySelector(".page-head")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll(".checks .unmet"));

        var summary = "For everybody whose badge does not open the door any more.";
        using var saved = await browser.SubmitAsync(page, address, "#text", ("Form.Summary", summary), ("Form.Body", "## Hold it\r\n\r\nFor a second."), ("Form.Tags", "Badge, door"));
        page = await browser.PageAsync(saved.Headers.Location!.OriginalString);
        Assert.Equal("## Hold it\n\nFor a second.", page.QuerySelector("#Form_Body")!.TextContent.Trim());
        Assert.Empty(page.QuerySelectorAll(".checks .unmet"));
        Assert.Equal(2, page.QuerySelectorAll("ul[aria-label=Versions] li").Length);

        using var published = await browser.SubmitAsync(page, address, "#text", ("then", "publish"));
        page = await browser.PageAsync(published.Headers.Location!.OriginalString);
        Assert.Contains("Published. Readers see it now.", page.QuerySelector("#flash")!.TextContent, StringComparison.Ordinal);
        var item = await site.Api(await site.EmployeeAsync()).GetFromJsonAsync<JsonElement>("/api/v1/kb/items/reset-a-badge");
        Assert.Equal(["badge", "door"], item.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));
        Assert.Equal(summary, item.Text("summary"));
    }

    [Fact]
    public async Task What_the_checklist_warns_of_is_shown_before_it_is_published_anyway()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "Bare", "# A\n\n#### B\n\n![](/kb/images/x) and [gone](/kb/no-such-page)");
        var browser = site.Browser(agent);
        using var asked = await browser.SubmitAsync($"/kb/manage/{item.Id()}", "#text", ("then", "publish"));
        Assert.Equal($"/kb/manage/{item.Id()}/publish", asked.Headers.Location!.OriginalString);
        var page = await browser.PageAsync($"/kb/manage/{item.Id()}/publish");
        Assert.Equal(4, page.QuerySelectorAll(".checks .unmet").Length);
        Assert.Contains("Readers cannot open /kb/no-such-page.", page.QuerySelector(".checks")!.TextContent, StringComparison.Ordinal);
        using var done = await browser.SubmitAsync(page, $"/kb/manage/{item.Id()}/publish", "main form", ("When", "now"));
        Assert.Equal("published", (await site.ItemAsync(agent, item.Id())).Text("status"));
    }

    [Fact]
    public async Task By_api_an_item_is_written_with_the_version_that_one_saw()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "Doors", "One.");
        var api = site.Api(agent);
        using var request = new HttpRequestMessage(HttpMethod.Patch, $"{ManagedItemCalls.Items}/{item.Id()}") { Content = JsonContent.Create(new { body = "Two." }) };
        request.Headers.TryAddWithoutValidation("If-Match", $"\"{item.GetProperty("version").GetInt32()}\"");
        using var changed = await api.SendAsync(request);
        var view = await changed.OkAsync();
        Assert.Equal((2, "Two."), (view.GetProperty("textVersion").GetInt32(), view.Text("body")));
        using var again = new HttpRequestMessage(HttpMethod.Patch, $"{ManagedItemCalls.Items}/{item.Id()}") { Content = JsonContent.Create(new { body = "Three." }) };
        again.Headers.TryAddWithoutValidation("If-Match", $"\"{item.GetProperty("version").GetInt32()}\"");
        using var stale = await api.SendAsync(again);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        foreach (var wrong in new object[]
        {
            new { title = "" }, new { title = new string('x', 501) }, new { summary = new string('x', 1_001) }, new { videoUrl = "http://example.com/v" }, new { category = "None such" },
            new { visibility = "some" }, new { slug = "Not An Address" }, new { ownerId = (await site.EmployeeAsync()).Id }, new { baseVersion = 9 }, new { fileId = Guid.NewGuid() },
        })
        {
            using var refused = await api.PatchAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}", wrong);
            Assert.True(refused.StatusCode == HttpStatusCode.BadRequest, $"{wrong}: {await refused.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public async Task Changes_of_two_writers_in_different_places_are_merged_and_said()
    {
        var (ana, ben) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Ben Okafor"));
        var item = await site.BeginAsync(ana, "Merged", Three);
        var browser = site.Browser(ana);
        var mine = await browser.PageAsync($"/kb/manage/{item.Id()}");
        await site.ChangeAsync(ben, item.Id(), new { body = Three.Replace("Three.", "Three, by Ben.", StringComparison.Ordinal) });
        using var saved = await browser.SubmitAsync(mine, $"/kb/manage/{item.Id()}", "#text", ("Form.Body", Three.Replace("One.", "One, by Ana.", StringComparison.Ordinal)));
        var page = await browser.FollowAsync(saved);
        Assert.Contains("Saved, together with what Ben Okafor changed meanwhile.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("One, by Ana.\n\nTwo.\n\nThree, by Ben.", (await site.ItemAsync(ana, item.Id())).Text("body"));
    }

    [Fact]
    public async Task Changes_of_the_same_lines_go_to_a_page_with_both_sides_and_nothing_is_lost()
    {
        var (ana, ben) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Ben Okafor"));
        var item = await site.BeginAsync(ana, "Contradicted", Three);
        var browser = site.Browser(ana);
        var mine = await browser.PageAsync($"/kb/manage/{item.Id()}");
        await site.ChangeAsync(ben, item.Id(), new { body = Three.Replace("Two.", "Two, by Ben.", StringComparison.Ordinal), category = (string?)null });
        using var conflict = await browser.SubmitAsync(mine, $"/kb/manage/{item.Id()}", "#text", ("Form.Body", Three.Replace("Two.", "Two, by Ana.", StringComparison.Ordinal)));
        Assert.Equal($"/kb/manage/{item.Id()}/merge", conflict.Headers.Location!.OriginalString);
        Assert.Contains("by Ben", (await site.ItemAsync(ana, item.Id())).Text("body"), StringComparison.Ordinal);
        var merge = await browser.PageAsync($"/kb/manage/{item.Id()}/merge");
        Assert.Equal("Ben Okafor saved while you were writing", merge.QuerySelector("h1")!.TextContent);
        var both = merge.QuerySelector("#Form_Body")!.TextContent;
        Assert.Contains("Two, by Ana.", both, StringComparison.Ordinal);
        Assert.Contains("Two, by Ben.", both, StringComparison.Ordinal);
        Assert.Contains(", by Ben", string.Concat(merge.QuerySelectorAll("section[aria-labelledby=theirs] ins").Select(word => word.TextContent)), StringComparison.Ordinal);
        using var solved = await browser.SubmitAsync(merge, $"/kb/manage/{item.Id()}/merge", "main form", ("Form.Body", "One.\n\nTwo, by both.\n\nThree."));
        Assert.Equal($"/kb/manage/{item.Id()}", solved.Headers.Location!.OriginalString);
        Assert.Equal("One.\n\nTwo, by both.\n\nThree.", (await site.ItemAsync(ana, item.Id())).Text("body"));
        using var nothing = await site.Api(ana).GetAsync($"{ManagedItemCalls.Items}/{item.Id()}/merge");
        Assert.Equal(HttpStatusCode.Conflict, nothing.StatusCode);

        // Over the API the one who was second is told, and their text is kept as well.
        using var stale = await site.Api(ben).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}", new { baseVersion = 2, body = "Mine alone." });
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
        Assert.Equal("Mine alone.", (await WritingAsync(ben, item.Id())).Text("body"));
    }

    [Fact]
    public async Task What_else_a_writer_chose_outlives_a_contradiction()
    {
        var (ana, ben) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Ben Okafor"));
        var item = await site.BeginAsync(ana, "Chosen", Three);
        var browser = site.Browser(ana);
        var mine = await browser.PageAsync($"/kb/manage/{item.Id()}");
        await site.ChangeAsync(ben, item.Id(), new { body = "Ben's." });
        using var conflict = await browser.SubmitAsync(
            mine, $"/kb/manage/{item.Id()}", "#text", ("Form.Body", "Ana's."), ("Form.Visibility", "internal"), ("Form.Tags", "secret, vpn"));
        Assert.Equal($"/kb/manage/{item.Id()}/merge", conflict.Headers.Location!.OriginalString);
        using var solved = await browser.SubmitAsync(
            await browser.PageAsync($"/kb/manage/{item.Id()}/merge"), $"/kb/manage/{item.Id()}/merge", "main form", ("Form.Body", "Both."));
        var view = await site.ItemAsync(ana, item.Id());
        Assert.Equal(("Both.", "internal"), (view.Text("body"), view.Text("visibility")));
        Assert.Equal(["secret", "vpn"], view.GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));
    }

    [Fact]
    public async Task Unsaved_work_is_kept_for_each_writer_and_others_are_named()
    {
        var (ana, ben) = (await site.AgentAsync("Ana Lindqvist"), await site.AgentAsync("Ben Okafor"));
        var item = await site.PublishedAsync(ana, "Unsaved", "x");
        using var saved = await site.Api(ben).PutAsJsonAsync(
            $"{ManagedItemCalls.Items}/{item.Id()}/writing", new { baseVersion = 1, title = "Unsaved", body = "Ben's words." });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var work = await WritingAsync(ana, item.Id());
        Assert.Equal(("x", JsonValueKind.Null), (work.Text("body"), work.GetProperty("savedAt").ValueKind));
        Assert.Equal("Ben Okafor", work.GetProperty("others")[0].GetProperty("writer").Text("name"));
        var open = await site.Browser(ana).PageAsync($"/kb/manage/{item.Id()}");
        Assert.StartsWith("Ben Okafor is editing since ", open.QuerySelector("[data-writers]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("x", (await site.Api(await site.EmployeeAsync()).GetFromJsonAsync<JsonElement>($"/api/v1/kb/items/{item.Id()}")).Text("body"));
        var browser = site.Browser(ben);
        var his = await browser.PageAsync($"/kb/manage/{item.Id()}");
        Assert.Equal("Ben's words.", his.QuerySelector("#Form_Body")!.TextContent.Trim());
        his.QuerySelector("#text")!.SetAttribute("action", $"/kb/manage/{item.Id()}/preview");
        using var preview = await browser.SubmitAsync(his, "", "#text", ("Form.Body", "Ben's **last** words."));
        Assert.Equal("last", (await preview.PageAsync()).QuerySelector("#preview strong")!.TextContent);
        his.QuerySelector("#text")!.SetAttribute("action", $"/kb/manage/{item.Id()}/writing");
        using var autosaved = await browser.SubmitAsync(his, "", "#text", ("Form.Body", "Ben's autosaved words."));
        Assert.Equal(1, (await autosaved.OkAsync()).GetProperty("version").GetInt32());
        using var refused = await browser.SubmitAsync(his, "", "#text", ("Form.Title", new string('x', 501)));
        Assert.Contains("The title can have up to 500 characters. It has 501.", (await refused.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        using var discarded = await browser.SubmitAsync(his, $"/kb/manage/{item.Id()}", "form[action$='handler=discard']");
        Assert.Equal("x", (await WritingAsync(ben, item.Id())).Text("body"));
        site.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(0, (await WritingAsync(ana, item.Id())).GetProperty("others").GetArrayLength());
    }

    [Fact]
    public async Task Versions_are_listed_compared_and_restored()
    {
        var agent = await site.AgentAsync("Ana Lindqvist");
        var item = await site.BeginAsync(agent, "Versions", "The red door.");
        await site.ChangeAsync(agent, item.Id(), new { body = "The blue door." });
        var browser = site.Browser(agent);
        var list = await browser.PageAsync($"/kb/manage/{item.Id()}/versions");
        Assert.Equal(2, list.QuerySelectorAll("ul[aria-label=Versions] li").Length);
        var compared = await browser.PageAsync($"/kb/manage/{item.Id()}/versions/comparison?from=1&to=2");
        Assert.Equal(("red", "blue"), (compared.QuerySelector("del")!.TextContent, compared.QuerySelector("ins")!.TextContent));
        Assert.Contains("Removed: ", compared.QuerySelector(".changes")!.TextContent, StringComparison.Ordinal);
        var parts = await site.Api(agent).GetFromJsonAsync<JsonElement>($"{ManagedItemCalls.Items}/{item.Id()}/versions/comparison?from=1&to=2");
        Assert.Equal("Body", parts.GetProperty("parts")[0].Text("name"));
        var old = await browser.PageAsync($"/kb/manage/{item.Id()}/versions/1");
        Assert.Equal("The red door.", old.QuerySelector(".prose")!.TextContent.Trim());
        using var restored = await browser.SubmitAsync(list, $"/kb/manage/{item.Id()}/versions", "form[action$='/versions/1/restore']");
        var view = await site.ItemAsync(agent, item.Id());
        Assert.Equal(("The red door.", 3), (view.Text("body"), view.GetProperty("textVersion").GetInt32()));
        using var none = await site.Api(agent).PostAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/versions/9/restore", new { });
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused_with_another_one_and_a_former_one_leads_on()
    {
        var agent = await site.AgentAsync();
        var first = await site.PublishedAsync(agent, "Coffee machine");
        var second = await site.BeginAsync(agent, "Coffee machine");
        Assert.Equal("coffee-machine-2", second.Text("slug"));
        using var taken = await site.Api(agent).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{second.Id()}", new { slug = "coffee-machine" });
        Assert.Contains("Another article has this address. We suggest coffee-machine-2.", await taken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var moved = await site.Browser(agent).SubmitAsync($"/kb/manage/{first.Id()}", "form[action$='/keeping']", ("Keeping.Slug", "espresso"), ("Keeping.ReviewBy", "2031-01-31"));
        Assert.Equal(HttpStatusCode.Found, moved.StatusCode);
        var view = await site.ItemAsync(agent, first.Id());
        Assert.Equal(("espresso", "2031-01-31"), (view.Text("slug"), view.Text("reviewBy")));
        using var still = await site.Api(agent).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{second.Id()}", new { slug = "coffee-machine" });
        Assert.Equal(HttpStatusCode.BadRequest, still.StatusCode);
        var back = await site.ChangeAsync(agent, first.Id(), new { slug = "coffee-machine" });
        Assert.Equal("coffee-machine", back.Text("slug"));
    }

    [Fact]
    public async Task The_address_that_is_suggested_for_a_long_title_is_taken()
    {
        var agent = await site.AgentAsync();
        var title = string.Concat(Enumerable.Repeat("Long title ", 20));
        await site.BeginAsync(agent, title);
        var second = await site.BeginAsync(agent, title);
        await site.ChangeAsync(agent, second.Id(), new { slug = "elsewhere" });
        Assert.Equal(second.Text("slug"), (await site.ChangeAsync(agent, second.Id(), new { slug = second.Text("slug") })).Text("slug"));
    }

    [Fact]
    public async Task A_day_that_cannot_be_read_is_said_and_takes_nothing_away()
    {
        var agent = await site.AgentAsync();
        var item = await site.BeginAsync(agent, "Kept true");
        await site.ChangeAsync(agent, item.Id(), new { reviewBy = "2031-01-31" });
        using var refused = await site.Browser(agent).SubmitAsync($"/kb/manage/{item.Id()}", "form[action$='/keeping']", ("Keeping.ReviewBy", "next spring"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.Equal("Choose a day, such as 2027-03-31.", page.QuerySelector("#Keeping_ReviewBy-error")!.TextContent);
        Assert.Equal("next spring", page.QuerySelector("#Keeping_ReviewBy")!.GetAttribute("value"));
        Assert.Equal("2031-01-31", (await site.ItemAsync(agent, item.Id())).Text("reviewBy"));
    }

    [Fact]
    public async Task Many_at_once_get_addresses_tags_and_unsaved_work_of_their_own()
    {
        var agent = await site.AgentAsync();
        var begun = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Api(agent).PostAsJsonAsync(ManagedItemCalls.Items, new { type = "article", title = "At once" })));
        Assert.All(begun, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        var ids = new List<Guid>();
        foreach (var answer in begun)
        {
            ids.Add((await answer.JsonAsync()).Id());
        }

        var tagged = await Task.WhenAll(ids.Select(id => site.Api(agent).PatchAsJsonAsync($"{ManagedItemCalls.Items}/{id}", new { tags = Fresh })));
        Assert.All(tagged, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var kept = await Task.WhenAll(Enumerable.Range(0, 8).Select(number =>
            site.Api(agent).PutAsJsonAsync($"{ManagedItemCalls.Items}/{ids[0]}/writing", new { baseVersion = 1, title = "At once", body = $"{number}" })));
        Assert.All(kept, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private Task<JsonElement> WritingAsync(Person agent, Guid id) =>
        site.Api(agent).GetFromJsonAsync<JsonElement>($"{ManagedItemCalls.Items}/{id}/writing");
}
