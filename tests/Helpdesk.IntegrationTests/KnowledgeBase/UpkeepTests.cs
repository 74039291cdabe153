using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Forget;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>The curator's page: what people look for in vain, what did not help them, what is to be read again.</summary>
public sealed class UpkeepTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Searches_without_result_are_gaps_until_they_find_something_or_are_dismissed()
    {
        var agent = await site.AgentAsync();
        var mark = $"gap{Guid.NewGuid():N}";
        await AskAsync($"{mark} one", $"{mark} one", found: 0, ticket: 41);
        await AskAsync($"{mark} ONE", $"{mark} one", found: 0, ticket: 42);
        await AskAsync($"{mark} two", $"{mark} two", found: 0);
        await AskAsync($"{mark} closed", $"{mark} closed", found: 0);
        await AskAsync($"{mark} closed", $"{mark} closed", found: 3);
        var gaps = await GapsAsync(agent, mark);
        Assert.Equal([$"{mark} one", $"{mark} two"], gaps.Select(gap => gap.Text("folded")));
        Assert.Equal((2, $"{mark} ONE"), (gaps[0].GetProperty("searches").GetInt32(), gaps[0].Text("words")));
        Assert.Equal([42, 41], gaps[0].GetProperty("tickets").EnumerateArray().Select(number => number.GetInt32()));

        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/kb/manage/upkeep");
        var write = page.QuerySelectorAll("a.button").First(link => link.TextContent.Contains($"{mark} two", StringComparison.Ordinal));
        var begun = await browser.PageAsync(write.GetAttribute("href")!);
        Assert.Equal($"{mark} two", begun.QuerySelector("#Form_Title")!.GetAttribute("value"));
        using var dismissed = await browser.SubmitAsync(page, "", $"form:has(input[value='{mark} one'])");
        Assert.Equal([$"{mark} two"], (await GapsAsync(agent, mark)).Select(gap => gap.Text("folded")));
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await AskAsync($"{mark} one", $"{mark} one", found: 0);
        Assert.Equal(1, (await GapsAsync(agent, mark)).Single(gap => gap.Text("folded") == $"{mark} one").GetProperty("searches").GetInt32());
    }

    [Fact]
    public async Task Words_of_readers_whom_an_item_did_not_help_wait_until_they_are_seen()
    {
        var (agent, reader) = (await site.AgentAsync(), await site.EmployeeAsync("Priya Patel"));
        var item = await site.PublishedAsync(agent, "Did not help");
        await site.WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            db.Add(new Feedback { ItemId = item.Id(), ReaderId = reader.Id, Comment = "Where is the button?", GivenAt = site.Clock.GetUtcNow() });
            await db.SaveChangesAsync();
        });
        var complaint = Assert.Single(await ComplaintsAsync(agent, item.Id()));
        Assert.Equal(("Where is the button?", "Priya Patel"), (complaint.Text("comment"), complaint.GetProperty("reader").Text("name")));
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/kb/manage/upkeep");
        using var seen = await browser.SubmitAsync(page, "", $"form[action$='{item.Id()}/complaints/{reader.Id}/seen']");
        Assert.Empty(await ComplaintsAsync(agent, item.Id()));
    }

    [Fact]
    public async Task What_is_due_for_review_is_right_for_half_a_year_once_somebody_says_so()
    {
        var agent = await site.AgentAsync();
        var item = await site.PublishedAsync(agent, "Due one");
        await site.ChangeAsync(agent, item.Id(), new { reviewBy = "2020-01-01" });
        var browser = site.Browser(agent);
        var page = await browser.PageAsync("/kb/manage/upkeep");
        using var right = await browser.SubmitAsync(page, "", $"form[action$='{item.Id()}/review']");
        var view = await site.ItemAsync(agent, item.Id());
        Assert.Equal(DateOnly.FromDateTime(site.Clock.GetUtcNow().UtcDateTime).AddMonths(6).ToString("yyyy-MM-dd", null), view.Text("reviewBy"));
        Assert.NotEqual(JsonValueKind.Null, view.GetProperty("reviewedAt").ValueKind);
        var upkeep = await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/kb/upkeep");
        Assert.DoesNotContain(upkeep.GetProperty("due").EnumerateArray(), due => due.Id() == item.Id());
    }

    [Fact]
    public async Task Of_an_anonymised_writer_unsaved_work_and_feedback_go()
    {
        var (agent, other) = (await site.AgentAsync(), await site.AgentAsync());
        var item = await site.PublishedAsync(other, "Forgotten");
        using var kept = await site.Api(agent).PutAsJsonAsync($"{ManagedItemCalls.Items}/{item.Id()}/writing", new { baseVersion = 1, body = "Mine." });
        Assert.Equal(HttpStatusCode.OK, kept.StatusCode);
        await site.WithAsync<IEnumerable<IOnUserAnonymised>>(hooks => hooks.OfType<ForgetWriter>().Single().HandleAsync(agent.Id, CancellationToken.None));
        Assert.False(await site.WithAsync<KnowledgeBaseDbContext, bool>(db => db.Writings.AnyAsync(work => work.WriterId == agent.Id)));
    }

    private Task AskAsync(string words, string folded, int found, int? ticket = null)
    {
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        return site.WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            var search = new AskedSearch { Id = Guid.CreateVersion7(), Words = words, Folded = folded, Found = found, AskedAt = site.Clock.GetUtcNow() };
            db.Add(search);
            if (ticket is { } number)
            {
                db.Add(new TicketAfterSearch { SearchId = search.Id, TicketId = Guid.NewGuid(), TicketNumber = number });
            }

            await db.SaveChangesAsync();
        });
    }

    private async Task<IReadOnlyList<JsonElement>> GapsAsync(Person agent, string mark) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/kb/gaps")).GetProperty("items").EnumerateArray()
            .Where(gap => gap.Text("folded").StartsWith(mark, StringComparison.Ordinal))];

    private async Task<IReadOnlyList<JsonElement>> ComplaintsAsync(Person agent, Guid itemId) =>
        [.. (await site.Api(agent).GetFromJsonAsync<JsonElement>("/api/v1/admin/kb/complaints")).GetProperty("items").EnumerateArray()
            .Where(complaint => complaint.GetProperty("itemId").GetGuid() == itemId)];
}
