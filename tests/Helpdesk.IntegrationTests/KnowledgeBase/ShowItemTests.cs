using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>The page of an item, and its endpoint.</summary>
public sealed class ShowItemTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task Headings_can_be_linked_to_and_three_make_a_list_of_contents()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var text = string.Join("\n\n", "# Wind & rain", $"{string.Join(' ', Enumerable.Repeat("word", 700))}", "## Sun", "## Sun", "# Snow");
        var item = await site.WriteAsync(author, new NewItem("Weather for instruments", "Keep them dry.", text) { Category = "Weather", Tags = ["outdoors"] });
        var page = await site.Browser(reader).PageAsync(item.Page);
        Assert.Equal(["part-wind-rain", "part-sun", "part-sun-2", "part-snow"], page.QuerySelectorAll(".prose :is(h2, h3)").Select(heading => heading.Id));
        Assert.Equal(
            page.QuerySelectorAll(".prose :is(h2, h3)").Select(heading => $"#{heading.Id}"),
            page.QuerySelectorAll("nav[aria-label=Contents] a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Wind & rain", page.QuerySelector("nav[aria-label=Contents] a")!.TextContent);
        Assert.Equal("Link to this part: Wind & rain", page.QuerySelector(".prose h2 a")!.GetAttribute("aria-label"));
        Assert.Matches(@"^Updated \d{1,2} \w{3} \d{4}, 4 min read$", page.QuerySelector(".article .meta")!.TextContent);
        Assert.Equal("/kb/search?category=Weather", page.QuerySelectorAll(".crumbs a")[1].GetAttribute("href"));
        Assert.Equal("/kb/search?tag=outdoors", page.QuerySelector("ul[aria-label=Tags] a")!.GetAttribute("href"));
        Assert.Equal($"/tickets/new?read={item.Id}", page.QuerySelector(".feedback p a")!.GetAttribute("href"));

        var shorter = await site.WriteAsync(author, new NewItem("Weather in short", "", "# One\n\n# Two"));
        Assert.Null((await site.Browser(reader).PageAsync(shorter.Page)).QuerySelector("nav[aria-label=Contents]"));
        Assert.DoesNotContain("part-", (await site.Api(reader).JsonAsync(shorter.Api)).Text("bodyHtml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_that_have_to_do_with_it_are_offered()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Clean an accordion") { Category = "Reeds", Tags = ["care", "reed"] });
        var byTags = await site.WriteAsync(author, new NewItem("Store a harmonica") { Tags = ["care", "reed"] });
        var byWords = await site.WriteAsync(author, new NewItem("Buy an accordion"));
        await site.WriteAsync(author, new NewItem("Accordion secrets") { Category = "Reeds", Tags = ["care", "reed"], Visibility = Visibility.Internal });
        await site.WriteAsync(author, new NewItem("Accordion plans") { Category = "Reeds", Tags = ["care", "reed"], Status = ItemStatus.Draft });
        await site.WriteAsync(author, new NewItem("Accordion of old") { Category = "Reeds", Tags = ["care", "reed"], Status = ItemStatus.Archived });

        var page = await site.Browser(reader).PageAsync(item.Page);
        Assert.Equal([byTags.Page, byWords.Page], page.QuerySelectorAll("section[aria-labelledby=related] a").Select(link => link.GetAttribute("href")).Order(StringComparer.Ordinal).Reverse());
        var related = (await site.Api(reader).JsonAsync(item.Api)).GetProperty("related").EnumerateArray().Select(other => other.Text("slug"));
        Assert.Equal([byWords.Slug, byTags.Slug], related.Order(StringComparer.Ordinal));

        // Gone from there as soon as it is gone.
        await site.ChangeAsync(byTags, (found, now) => found.Unpublish(now));
        Assert.DoesNotContain(byTags.Page, await site.Browser(reader).GetStringAsync(item.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_address_leads_to_the_present_one_and_an_archived_item_to_what_is_true_now()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var old = await site.WriteAsync(author, new NewItem("Viola, first edition"));
        var now = await site.WriteAsync(author, new NewItem("Viola, second edition"));
        await site.WithAsync<KnowledgeBaseDbContext>(async db =>
        {
            var item = await db.Items.SingleAsync(found => found.Id == old.Id);
            db.Add(item.MoveTo("viola-moved", site.Clock.GetUtcNow())!);
            item.Archive(now.Id, site.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        });
        using var page = await site.Browser(reader).GetAsync(old.Page);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/kb/viola-moved"), (page.StatusCode, page.Headers.Location!.OriginalString));
        using var answer = await site.Api(reader).GetAsync(old.Api);
        Assert.Equal((HttpStatusCode.MovedPermanently, "/api/v1/kb/items/viola-moved"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        var shown = await site.Browser(reader).PageAsync("/kb/viola-moved");
        Assert.Equal("This article is out of date. Read Viola, second edition instead.", shown.QuerySelector(".notice p")!.TextContent);
        Assert.Equal(now.Slug, (await site.Api(reader).JsonAsync("/api/v1/kb/items/viola-moved")).GetProperty("replacedBy").Text("slug"));
        Assert.Empty((await site.SearchItemsAsync(reader, "q=viola+first")).Slugs());
    }

    [Fact]
    public async Task Whoever_may_write_goes_from_an_article_to_its_editor()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Tune a zither"));
        Assert.Equal($"/kb/manage/{item.Id}", (await site.Browser(author).PageAsync(item.Page)).QuerySelector(".article header a")!.GetAttribute("href"));
        Assert.DoesNotContain("/kb/manage", await site.Browser(reader).GetStringAsync(item.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_player_of_another_site_may_only_be_framed_where_the_item_asks_for_it()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var known = await site.WriteAsync(author, new NewItem("Play the kazoo") { Type = ItemType.Video, VideoUrl = "https://youtu.be/dQw4w9WgXcQ", Transcript = "Hum into it.\n<b>Loudly</b>." });
        var other = await site.WriteAsync(author, new NewItem("Play the kazoo elsewhere") { Type = ItemType.Video, VideoUrl = "https://videos.example.com/kazoo" });
        using var answer = await site.Browser(reader).GetAsync(known.Page);
        Assert.Contains("; frame-src 'self' https://www.youtube-nocookie.com; ", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var page = await answer.PageAsync();
        Assert.Empty(page.QuerySelectorAll("iframe"));
        Assert.Equal("https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1", page.QuerySelector("[data-player]")!.GetAttribute("data-player"));
        Assert.Equal("Watch on YouTube", page.QuerySelector("[data-player] a")!.TextContent);
        Assert.Equal("Hum into it.\n<b>Loudly</b>.", page.QuerySelector(".transcript p")!.TextContent);

        using var plain = await site.Browser(reader).GetAsync(other.Page);
        Assert.DoesNotContain("youtube", plain.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var link = (await plain.PageAsync()).QuerySelector(".player-offer a")!;
        Assert.Equal(("Watch on videos.example.com", "noopener nofollow"), (link.TextContent, link.GetAttribute("rel")));
        Assert.Equal([known.Slug], (await site.SearchItemsAsync(reader, "q=hum&type=video")).Slugs());
    }

    [Fact]
    public async Task Home_shows_what_has_no_category_last_with_its_titles()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        await site.WriteAsync(author, new NewItem("Shelved spinet") { Category = "Spinets" });
        await site.WriteAsync(author, new NewItem("Loose spinet"));
        var last = (await site.Api(reader).JsonAsync("/api/v1/kb/categories")).EnumerateArray().Last();
        Assert.Equal((JsonValueKind.Null, "Everything else"), (last.GetProperty("id").ValueKind, last.Text("name")));
        var shown = Math.Min(3, last.GetProperty("count").GetInt32());
        Assert.Equal(shown, last.GetProperty("titles").GetArrayLength());
        var page = await site.Browser(reader).PageAsync("/kb");
        Assert.Equal(shown, page.QuerySelectorAll(".topics section")[^1].QuerySelectorAll("li a").Length);
    }

    [Fact]
    public async Task A_title_that_looks_like_an_id_makes_an_address_that_is_found()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem($"{Guid.NewGuid()}"));
        Assert.Equal(item.Id, (await site.Api(reader).JsonAsync(item.Api)).Id());
    }

    [Fact]
    public async Task Home_shows_the_tree_with_counts_and_titles()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        for (var number = 1; number <= 4; number++)
        {
            await site.WriteAsync(author, new NewItem($"Carillon {number}") { ParentCategory = "Bells", Category = number == 1 ? "Small bells" : "Large bells" });
        }

        var topic = (await site.Api(reader).JsonAsync("/api/v1/kb/categories")).EnumerateArray().Single(found => found.Text("name") == "Bells");
        Assert.Equal(4, topic.GetProperty("count").GetInt32());
        Assert.Equal(3, topic.GetProperty("titles").GetArrayLength());
        Assert.Equal([3, 1], topic.GetProperty("categories").EnumerateArray().Select(below => below.GetProperty("count").GetInt32()));
        var page = await site.Browser(reader).PageAsync("/kb");
        var card = page.QuerySelectorAll(".topics section").Single(section => section.QuerySelector("h2 a")?.TextContent == "Bells");
        Assert.Equal(["Large bells", "Small bells"], card.QuerySelectorAll(".subtopics a").Select(link => link.TextContent));
        Assert.Equal(3, card.QuerySelectorAll(".plain a").Length);
    }
}
