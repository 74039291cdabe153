using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Data;
using Helpdesk.KnowledgeBase.Model;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>What readers find and read, by page and by API, and what they must not.</summary>
public sealed class ReadingTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private readonly string mark = $"zeppelin{Guid.NewGuid():N}";
    private Person author = null!;
    private Person reader = null!;
    private string published = "", secret = "", draft = "";

    public async ValueTask InitializeAsync()
    {
        author = await site.AgentAsync();
        reader = await site.EmployeeAsync();
        published = await WriteAsync($"Größere {mark} landen", "How to land <b>one</b>.", $"# Wind\n\nWait for the {mark} to turn.\n\n<script>alert(1)</script>", Visibility.Everyone);
        secret = await WriteAsync($"Secret {mark}", "For the team.", $"The {mark} has a canary.", Visibility.Internal);
        draft = await WriteAsync($"Unfinished {mark}", "Not yet.", $"The {mark} is a sketch.", null);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_reader_finds_what_is_published_for_everyone_and_nothing_else()
    {
        var page = await (await site.Browser(reader).GetAsync($"/kb/search?q={mark}")).Content.ReadAsStringAsync();
        Assert.Contains($"/kb/{published}", page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain(draft, page, StringComparison.Ordinal);

        var hit = Assert.Single(await SearchAsync(reader, mark));
        Assert.Equal(published, hit.GetProperty("slug").GetString());
        Assert.Equal("Dana Diaz", hit.GetProperty("author").GetProperty("name").GetString());
    }

    [Fact]
    public async Task An_agent_also_finds_internal_items_but_no_drafts()
    {
        var found = (await SearchAsync(author, mark)).Select(item => item.GetProperty("slug").GetString());
        Assert.Equal([published, secret], found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Accents_and_word_forms_are_found_and_hits_are_marked_as_text()
    {
        var hit = Assert.Single(await SearchAsync(reader, $"grossere {mark}"), item => item.GetProperty("slug").GetString() == published);
        var excerpt = hit.GetProperty("excerptHtml").GetString()!;
        Assert.Contains("<mark>", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", excerpt, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", excerpt, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("draft")]
    [InlineData("unknown")]
    public async Task What_a_reader_may_not_know_of_is_not_there(string which)
    {
        var slug = which switch { "secret" => secret, "draft" => draft, _ => "no-such-item" };
        Assert.Equal(HttpStatusCode.NotFound, (await site.Browser(reader).GetAsync($"/kb/{slug}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Api(reader).GetAsync($"/api/v1/kb/items/{slug}")).StatusCode);
    }

    [Fact]
    public async Task An_item_reads_as_safe_text_with_its_headings_in_order()
    {
        var page = await site.Browser(reader).PageAsync($"/kb/{published}");
        Assert.Equal($"Größere {mark} landen", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Wind", page.QuerySelector(".prose h2")!.TextContent.Trim());
        Assert.Null(page.QuerySelector(".prose script"));
        Assert.Contains("How to land <b>one</b>.", page.QuerySelector(".lead")!.TextContent, StringComparison.Ordinal);

        using var answer = await site.Api(reader).GetAsync($"/api/v1/kb/items/{published}");
        Assert.Equal("\"3\"", answer.Headers.ETag!.Tag);
        var item = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("published", item.GetProperty("status").GetString());
        Assert.StartsWith("# Wind", item.GetProperty("body").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("<script", item.GetProperty("bodyHtml").GetString(), StringComparison.Ordinal);
        var again = await site.Api(reader).GetFromJsonAsync<JsonElement>($"/api/v1/kb/items/{item.GetProperty("id").GetGuid()}");
        Assert.Equal(published, again.GetProperty("slug").GetString());
    }

    [Fact]
    public async Task An_agent_sees_on_the_page_why_readers_do_not()
    {
        Assert.Contains("Draft. Readers cannot see this.", await TextAsync(draft), StringComparison.Ordinal);
        Assert.Contains("Only agents can read this.", await TextAsync(secret), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_page_and_its_endpoint_count_what_the_reader_may_see()
    {
        var forReader = await TopicAsync(reader);
        var forAgent = await TopicAsync(author);
        Assert.Equal(forReader.GetProperty("count").GetInt32() + 1, forAgent.GetProperty("count").GetInt32());
        var page = await site.Browser(reader).PageAsync("/kb");
        Assert.Contains(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/kb/{published}");
        Assert.DoesNotContain(page.QuerySelectorAll("a"), link => link.GetAttribute("href") == $"/kb/{secret}");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gaps_and_a_made_up_cursor_is_refused()
    {
        var api = site.Api(author);
        var all = await SearchAsync(author, mark);
        var first = await api.GetFromJsonAsync<JsonElement>($"/api/v1/kb/search?q={mark}&limit=1");
        var second = await api.GetFromJsonAsync<JsonElement>($"/api/v1/kb/search?q={mark}&limit=1&cursor={first.GetProperty("nextCursor").GetString()}");
        Assert.Equal(
            all.Select(item => item.GetProperty("id").GetGuid()),
            new[] { first, second }.SelectMany(page => page.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("id").GetGuid()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
        foreach (var wrong in new[] { "cursor=made-up", "limit=0", "limit=101", $"q={new string('x', 201)}" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await api.GetAsync($"/api/v1/kb/search?{wrong}")).StatusCode);
        }
    }

    [Fact]
    public async Task Nothing_found_says_so_and_offers_a_ticket()
    {
        var page = await site.Browser(reader).PageAsync("/kb/search?q=xylophone");
        Assert.Contains("Nothing found for “xylophone”.", page.QuerySelector(".empty")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".empty a[href='/tickets/new']"));
    }

    private async Task<string> TextAsync(string slug) => (await site.Browser(author).PageAsync($"/kb/{slug}")).QuerySelector("main")!.TextContent;

    private async Task<JsonElement> TopicAsync(Person person)
    {
        var home = await site.Api(person).GetFromJsonAsync<JsonElement>("/api/v1/kb/categories");
        var topics = home.ValueKind == JsonValueKind.Array ? home : home.GetProperty("items");
        return topics.EnumerateArray().Single(topic => topic.GetProperty("name").GetString() == mark[..20]);
    }

    private async Task<IReadOnlyList<JsonElement>> SearchAsync(Person person, string words) =>
        [.. (await site.Api(person).GetFromJsonAsync<JsonElement>($"/api/v1/kb/search?q={Uri.EscapeDataString(words)}")).GetProperty("items").EnumerateArray()];

    private Task<string> WriteAsync(string title, string summary, string body, Visibility? visibility) => site.WithAsync<KnowledgeBaseDbContext, string>(async db =>
    {
        var now = site.Clock.GetUtcNow();
        var category = await db.Categories.SingleOrDefaultAsync(known => known.Name == mark.Substring(0, 20))
            ?? db.Add(new Category { Id = Guid.CreateVersion7(now), Name = mark[..20] }).Entity;
        var item = Item.Begin(ItemType.Article, author.Id, new WrittenText(title, summary, body), now);
        item.File(category.Id, [], visibility ?? Visibility.Everyone, now);
        if (visibility is not null)
        {
            item.Publish(now);
        }

        db.Add(item);
        await db.SaveChangesAsync();
        return item.Slug;
    });
}
