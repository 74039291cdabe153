using System.Net;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>The search of the knowledge base, by page and by API. Each test has words of its own.</summary>
public sealed class FindItemsTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] OneOfTwoTypes = ["article", "document"];

    [Fact]
    public async Task What_stands_further_up_counts_more_and_the_place_is_shown_with_marks()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var extracted = await site.WriteAsync(author, new NewItem("A manual", "Pages and pages.") { Type = ItemType.Document, Extracted = $"{Filler(3_000)} the bassoon needs oil {Filler(200)}" });
        var inBody = await site.WriteAsync(author, new NewItem("Wind instruments", "How to keep them.", $"{Filler(500)}\n\nNever leave a **bassoon** in <b>the</b> sun."));
        var inSummary = await site.WriteAsync(author, new NewItem("Instruments", "What to do with a bassoon."));
        var inTitle = await site.WriteAsync(author, new NewItem("Your bassoon & <you>", "All about it."));

        var found = await site.SearchItemsAsync(reader, "q=bassoons");
        Assert.Equal([inTitle.Slug, inSummary.Slug, inBody.Slug, extracted.Slug], found.Slugs());
        Assert.Equal(4, found.GetProperty("count").GetInt32());
        var items = found.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal("Your <mark>bassoon</mark> &amp; &lt;you&gt;", items[0].Text("titleHtml"));
        Assert.Equal("What to do with a <mark>bassoon</mark>.", items[1].Text("excerptHtml"));
        Assert.Contains("Never leave a <mark>bassoon</mark> in &lt;b the&lt;/b sun.", items[2].Text("excerptHtml"), StringComparison.Ordinal);
        Assert.Contains("<mark>bassoon</mark> needs oil", items[3].Text("excerptHtml"), StringComparison.Ordinal);
        Assert.True(items[0].GetProperty("rank").GetSingle() > items[3].GetProperty("rank").GetSingle());

        var page = await site.Browser(reader).PageAsync("/kb/search?q=bassoons");
        Assert.Equal([inTitle.Page, inSummary.Page, inBody.Page, extracted.Page], page.QuerySelectorAll(".hits h3 a").Select(link => link.GetAttribute("href")));
        Assert.Equal(4, page.QuerySelectorAll(".hits > li").Count(hit => hit.QuerySelector("mark") is not null));
        Assert.Null(page.QuerySelector(".hits b"));
    }

    [Fact]
    public async Task The_last_word_may_be_a_beginning_and_accents_do_not_matter()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Das Xylophon stimmen", "Größere Reparaturen.", "Für geübte Hände."));
        foreach (var words in new[] { "xyl", "xylophon", "grosser xyloph", "geubte xylophon", "xylophon hande" })
        {
            Assert.Equal([item.Slug], (await site.SearchItemsAsync(reader, $"q={words}")).Slugs());
        }

        Assert.Empty((await site.SearchItemsAsync(reader, "q=xyl&exact=true")).Slugs());
        Assert.Empty((await site.SearchItemsAsync(reader, "q=xylophon+-stimmen")).Slugs());
        Assert.Contains("<mark>ge&#252;bte</mark>", (await site.SearchItemsAsync(reader, "q=geubte")).GetProperty("items")[0].Text("excerptHtml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_word_finds_what_was_meant_and_says_so()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("The harpsichord", "It has strings."));
        Assert.Empty((await site.SearchItemsAsync(reader, "q=harpsicord")).Slugs());
        await site.GatherItemWordsAsync();

        var found = await site.SearchItemsAsync(reader, "q=harpsicord");
        Assert.Equal([item.Slug], found.Slugs());
        Assert.Equal("harpsichord", found.Text("correctedTo"));
        Assert.Empty((await site.SearchItemsAsync(reader, "q=harpsicord&exact=true")).Slugs());
        var page = await site.Browser(reader).PageAsync("/kb/search?q=harpsicord");
        Assert.Equal("Showing results for harpsichord. Search for harpsicord", page.QuerySelector(".corrected")!.TextContent);
        var exactly = await site.Browser(reader).PageAsync(page.QuerySelector(".corrected a")!.GetAttribute("href")!);
        Assert.Contains("Nothing found for “harpsicord”.", exactly.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Types_categories_and_tags_narrow_it_down_and_are_counted()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var one = await site.WriteAsync(author, new NewItem("Glockenspiel one") { ParentCategory = "Percussion", Category = "Tuned", Tags = ["metal", "small"] });
        var two = await site.WriteAsync(author, new NewItem("Glockenspiel two") { ParentCategory = "Percussion", Category = "Untuned", Tags = ["metal"] });
        var three = await site.WriteAsync(author, new NewItem("Glockenspiel three") { Type = ItemType.Document, Category = "Percussion" });

        var all = await site.SearchItemsAsync(reader, "q=glockenspiel");
        Assert.Equal(OneOfTwoTypes, Facets(all, "types", "type").Keys.Order());
        Assert.Equal(2, Facets(all, "types", "type")["article"]);
        Assert.Equal((3, 1, 1), (Facets(all, "categories", "name")["Percussion"], Facets(all, "categories", "name")["Tuned"], Facets(all, "categories", "name")["Untuned"]));
        Assert.Equal((2, 1), (Facets(all, "tags", "tag")["metal"], Facets(all, "tags", "tag")["small"]));

        Assert.Equal([three.Slug], (await site.SearchItemsAsync(reader, "q=glockenspiel&type=document")).Slugs());
        Assert.Equal([one.Slug], (await site.SearchItemsAsync(reader, "q=glockenspiel&category=Tuned")).Slugs());
        Assert.Equal(3, (await site.SearchItemsAsync(reader, "q=glockenspiel&category=Percussion")).Slugs().Count);
        var chosen = await site.SearchItemsAsync(reader, "q=glockenspiel&tag=metal&category=Untuned");
        Assert.Equal([two.Slug], chosen.Slugs());
        // Each choice leaves itself out: one sees where else there is something.
        Assert.Equal(1, Facets(chosen, "categories", "name")["Tuned"]);
        Assert.Empty((await site.SearchItemsAsync(reader, "q=glockenspiel&category=Nowhere")).Slugs());

        var page = await site.Browser(reader).PageAsync("/kb/search?q=glockenspiel&tag=metal");
        var facets = page.QuerySelector("nav[aria-label='Narrow down']")!;
        Assert.Equal("metal", facets.QuerySelector("[aria-current]")!.TextContent);
        Assert.Contains("category=Tuned", facets.QuerySelectorAll("a").Single(link => link.TextContent == "Tuned").GetAttribute("href"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("form[role=search] input[type=hidden][name=tag][value=metal]"));

        using var wrong = await site.Api(reader).GetAsync("/api/v1/kb/search?type=song");
        Assert.Equal("Choose a type: article, video or document.", await wrong.ErrorAsync("type"));
    }

    [Fact]
    public async Task The_search_over_everything_shows_articles_and_mends_words_for_them()
    {
        var (author, reader) = (await site.AgentAsync(), await site.EmployeeAsync());
        var item = await site.WriteAsync(author, new NewItem("Tune a theremin", "Without touching it."));
        var draft = await site.WriteAsync(author, new NewItem("Theremin plans") { Status = ItemStatus.Draft });
        await site.GatherItemWordsAsync();
        foreach (var words in new[] { "theremin", "theremni" })
        {
            var found = await site.Api(reader).JsonAsync($"/api/v1/search?q={words}");
            Assert.Equal([item.Slug], found.GetProperty("articles").Slugs());
            var page = await site.Browser(reader).PageAsync($"/search?q={words}");
            var region = page.QuerySelector("section[aria-labelledby=found-articles]")!;
            Assert.Equal(item.Page, region.QuerySelector("li a")!.GetAttribute("href"));
            Assert.Equal("theremin", region.QuerySelector("mark")!.TextContent);
            Assert.DoesNotContain(draft.Slug, page.Source.Text, StringComparison.Ordinal);
        }

        Assert.Contains(item.Page, await site.Browser(reader).GetStringAsync("/search/commands?q=theremin"), StringComparison.Ordinal);
        Assert.Empty((await site.Api(reader).JsonAsync("/api/v1/search?q=theremin&type=tickets")).GetProperty("articles").Slugs());
    }

    [Fact]
    public async Task Keystrokes_are_one_search_and_tickets_that_follow_are_noted()
    {
        var reader = await site.EmployeeAsync();
        foreach (var words in new[] { "did", "didger", "Didgeridoo", "didgeridoo  bröken" })
        {
            await site.Browser(reader).PageAsync($"/kb/search?q={Uri.EscapeDataString(words)}");
        }

        var search = Assert.Single(await SearchesAsync(reader));
        Assert.Equal(("didgeridoo  bröken", "didgeridoo broken", 0), (search.Words, search.Folded, search.Found));
        await site.SearchItemsAsync(reader, "q=something+else");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await site.SearchItemsAsync(reader, "q=something+else");
        Assert.Equal(3, (await SearchesAsync(reader)).Count);

        // A choice, a page further on and the look at everything are no searches of their own.
        await site.SearchItemsAsync(reader, "q=something+different&type=video");
        await site.SearchItemsAsync(reader, "limit=1");
        Assert.Equal(3, (await SearchesAsync(reader)).Count);

        var ticket = await site.Api(reader).OpenAsync("My didgeridoo", "It is broken.");
        var noted = await site.WithAsync<KnowledgeBaseDbContext, List<TicketAfterSearch>>(db => db.TicketsAfterSearches.Where(after => after.TicketId == ticket.Id()).ToListAsync());
        Assert.Equal(3, noted.Count);
        Assert.All(noted, after => Assert.Equal(ticket.Number(), after.TicketNumber));
        site.Clock.Advance(TimeSpan.FromMinutes(31));
        var later = await site.Api(reader).OpenAsync("Another matter", "It is late.");
        Assert.False(await site.WithAsync<KnowledgeBaseDbContext, bool>(db => db.TicketsAfterSearches.AnyAsync(after => after.TicketId == later.Id())));
    }

    [Fact]
    public async Task Odd_words_find_nothing_and_break_nothing()
    {
        var reader = await site.EmployeeAsync();
        foreach (var words in new[] { "the", "-printer", "\"", "'", "a & b | !c:*", "<->", "%", "\\", "(((", "it's", "#", "#abc", "999999999999", "ß´`", "or or", "日本語", new string('w', 200), "x" })
        {
            using var page = await site.Browser(reader).GetAsync($"/kb/search?q={Uri.EscapeDataString(words)}");
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            using var answers = await site.Api(reader).GetAsync($"/api/v1/kb/suggestions?q={Uri.EscapeDataString(words)}");
            Assert.Equal(HttpStatusCode.OK, answers.StatusCode);
        }
    }

    private Task<List<AskedSearch>> SearchesAsync(Person reader) =>
        site.WithAsync<KnowledgeBaseDbContext, List<AskedSearch>>(db => db.Searches.AsNoTracking().Where(search => search.ReaderId == reader.Id).OrderBy(search => search.AskedAt).ToListAsync());

    private static string Filler(int words) => string.Join(' ', Enumerable.Range(0, words).Select(number => $"word{number}"));

    private static Dictionary<string, int> Facets(JsonElement found, string kind, string name) => found.GetProperty("facets").GetProperty(kind).EnumerateArray()
        .ToDictionary(facet => facet.GetProperty(name).GetString()!, facet => facet.GetProperty("count").GetInt32());
}
