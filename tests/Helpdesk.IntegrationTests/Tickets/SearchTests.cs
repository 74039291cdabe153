using System.Net;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Tickets.Search;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>One search over everything that its reader may know of, by page and by API. Each test has words of its own.</summary>
public sealed class SearchTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_api_the_best_comes_first_with_marks_and_the_place_where_it_was_found()
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var inMessage = await site.FileAsync(priya, "The lamp is dark", "It fell on the old gramophone, which **now** sounds odd.");
        var inSubject = await site.FileAsync(priya, "My gramophone is broken", "It plays nothing.");
        var inNote = await site.FileAsync(priya, "A strange sound", "Please look.");
        await site.SayAsync(agent, inNote, "Surely the gramophone of the third floor.", kind: "internal");

        var found = await FindAsync(agent, "q=gramophones");
        Assert.Equal([inSubject.Number, inMessage.Number, inNote.Number], Numbers(found));
        Assert.Equal(3, found.GetProperty("tickets").GetProperty("count").GetInt32());
        Assert.False(found.GetProperty("tickets").GetProperty("isMore").GetBoolean());
        var items = found.GetProperty("tickets").Items().ToList();
        Assert.Equal("My <mark>gramophone</mark> is broken", items[0].Text("subjectHtml"));
        Assert.Equal("It plays nothing.", items[0].Text("excerptHtml"));
        Assert.Equal(["subject"], Places(items[0]));
        Assert.Equal("It fell on the old <mark>gramophone</mark>, which now sounds odd.", items[1].Text("excerptHtml"));
        Assert.Equal(["message"], Places(items[1]));
        Assert.Equal("Surely the <mark>gramophone</mark> of the third floor.", items[2].Text("excerptHtml"));
        Assert.Equal(["note"], Places(items[2]));
        Assert.Equal("open", items[0].Text("status"));
        Assert.Equal(priya.Name, items[0].GetProperty("requester").Text("name"));

        Assert.Equal([inSubject.Number, inMessage.Number], Numbers(await FindAsync(priya, "q=gramophone")));
        Assert.Equal([inSubject.Number], Numbers(await FindAsync(agent, "q=gramophone&limit=1")));
        Assert.True((await FindAsync(agent, "q=gramophone&limit=1")).GetProperty("tickets").GetProperty("isMore").GetBoolean());
    }

    [Fact]
    public async Task By_page_it_says_the_same_in_regions_and_people_lead_to_their_tickets()
    {
        var (requester, agent) = (await site.EmployeeAsync("Zebedee Quill"), await site.AgentAsync());
        var ticket = await site.FileAsync(requester, "Telescope on the roof", "It wobbles.");

        var page = await site.Browser(agent).PageAsync("/search?q=telescope");
        var region = page.QuerySelector("section[aria-labelledby=found-tickets]")!;
        Assert.Equal("Tickets", region.QuerySelector("h2")!.TextContent);
        Assert.Equal(ticket.Url, region.QuerySelector("li a")!.GetAttribute("href"));
        Assert.Equal("Telescope", region.QuerySelector("mark")!.TextContent);
        Assert.Contains("in the subject", region.QuerySelector(".meta")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("section[aria-labelledby=found-people]"));

        page = await site.Browser(agent).PageAsync("/search?q=zebedee");
        Assert.Null(page.QuerySelector("section[aria-labelledby=found-tickets]"));
        var person = Assert.Single(page.QuerySelectorAll("section[aria-labelledby=found-people] li"));
        Assert.Equal("Zebedee", person.QuerySelector("mark")!.TextContent);
        var theirs = await site.Browser(agent).PageAsync(person.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Contains("Telescope on the roof", theirs.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Zebedee Quill", Assert.Single((await FindAsync(agent, "q=zebedee&type=people")).GetProperty("people").Items()).Text("name"));

        var nothing = await site.Browser(agent).PageAsync("/search?q=xylqzt");
        Assert.Equal("Nothing found for “xylqzt”. Try fewer words, or a number like 1042.", string.Join(' ', nothing.QuerySelectorAll(".empty p").Select(each => each.TextContent)));
        Assert.Empty((await site.Browser(agent).PageAsync("/search")).QuerySelectorAll("#results > *"));
    }

    [Fact]
    public async Task A_number_opens_its_ticket_and_stands_first()
    {
        var (priya, other, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Other Person"), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, "Numbered");
        foreach (var words in new[] { $"{ticket.Number}", $"%23{ticket.Number}" })
        {
            foreach (var person in new[] { priya, agent })
            {
                Assert.Equal(ticket.Number, Numbers(await FindAsync(person, $"q={words}"))[0]);
                using var jump = await site.Browser(person).GetAsync($"/search?q={words}");
                Assert.Equal(HttpStatusCode.Redirect, jump.StatusCode);
                Assert.Equal(ticket.Url, jump.Headers.Location!.ToString());
            }

            Assert.Empty(Numbers(await FindAsync(other, $"q={words}")));
            using var stays = await site.Browser(other).GetAsync($"/search?q={words}");
            Assert.Equal(HttpStatusCode.OK, stays.StatusCode);
        }

        // While somebody types, a number may still grow.
        using var typing = new HttpRequestMessage(HttpMethod.Get, $"/search?q={ticket.Number}");
        typing.Headers.Add("HX-Request", "true");
        using var answer = await site.Browser(priya).SendAsync(typing);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("Numbered", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_word_finds_what_was_meant_and_says_so()
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, "Chandelier over the stairs", "The chandelier flickers.");
        Assert.Empty(Numbers(await FindAsync(agent, "q=chandeleir")));
        await GatherAsync();

        foreach (var person in new[] { priya, agent })
        {
            var found = await FindAsync(person, "q=chandeleir");
            Assert.Equal([ticket.Number], Numbers(found));
            Assert.Equal("chandelier", found.Text("correctedTo"));
            Assert.Empty(Numbers(await FindAsync(person, "q=chandeleir&exact=true")));
            var page = await site.Browser(person).PageAsync("/search?q=chandeleir+stairs");
            Assert.Equal("Showing results for chandelier stairs. Search for chandeleir stairs", page.QuerySelector(".corrected")!.TextContent);
            var exactly = await site.Browser(person).PageAsync(page.QuerySelector(".corrected a")!.GetAttribute("href")!);
            Assert.Equal("Nothing found for “chandeleir stairs”.", exactly.QuerySelector(".empty p")!.TextContent);
        }

        // A word that is known is not taken for another, and the beginning of one is no mistake.
        Assert.Empty(Numbers(await FindAsync(agent, "q=flickers+harmonium")));
        Assert.False((await FindAsync(agent, "q=chandel")).TryGetProperty("correctedTo", out _));
        Assert.Equal([ticket.Number], Numbers(await FindAsync(agent, "q=chandel")));
        Assert.Empty(Numbers(await FindAsync(agent, "q=chandel&exact=true")));
    }

    [Fact]
    public async Task Nobody_finds_or_is_offered_what_they_may_not_know_of()
    {
        var (priya, jonas, other, agent) = (await site.EmployeeAsync(), await site.EmployeeAsync("Jonas Weber"), await site.EmployeeAsync("Other Person"), await site.AgentAsync());
        var ticket = await site.Api(priya).OpenAsync("A barometer", "It points to stormy.", participants: [jonas.Email]);
        (await site.Api(agent).NoteAsync(ticket, "The wallaby of the cellar bit the barometer.")).Dispose();
        await GatherAsync();

        Assert.Equal([ticket.Number()], Numbers(await FindAsync(priya, "q=stormy")));
        Assert.Equal([ticket.Number()], Numbers(await FindAsync(jonas, "q=stormy")));
        Assert.Equal([ticket.Number()], Numbers(await FindAsync(agent, "q=wallaby")));
        Assert.Empty(Numbers(await FindAsync(agent, "q=walaby")));
        var looked = 0;
        foreach (var person in new[] { priya, jonas, other })
        {
            foreach (var words in new[] { "wallaby", "walab", "wallabyy", "cellar", "barometer+wallaby", "\"bit the barometer\"" })
            {
                // The answer of the API does not repeat what was asked, so it holds a word only if it tells it.
                var told = await site.Api(person).GetStringAsync($"/api/v1/search?q={words}");
                Assert.DoesNotContain("wallaby", told, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("cellar", told, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(" bit ", told, StringComparison.Ordinal);
                Assert.Empty((await site.Browser(person).PageAsync($"/search?q={words}")).QuerySelectorAll(".hits, .corrected, mark"));
                Assert.Equal("[]", await site.Browser(person).GetStringAsync($"/search/commands?q={words}"));
                looked++;
            }
        }

        Assert.Equal(18, looked);

        // Words that others write in public stay unsaid too, found or mended.
        foreach (var words in new[] { "stormy", "stormi", "barometr", "barom" })
        {
            Assert.DoesNotContain("barometer", await site.Api(other).GetStringAsync($"/api/v1/search?q={words}"), StringComparison.Ordinal);
            Assert.DoesNotContain("stormy.", await site.Browser(other).GetStringAsync($"/search?q={words}"), StringComparison.Ordinal);
            Assert.False((await FindAsync(other, $"q={words}")).TryGetProperty("correctedTo", out _));
        }

        Assert.Equal("barometer", (await FindAsync(jonas, "q=barometr")).Text("correctedTo"));
    }

    [Fact]
    public async Task Words_that_were_taken_out_are_found_no_more()
    {
        var (priya, agent) = (await site.EmployeeAsync(), await site.AgentAsync());
        var ticket = await site.FileAsync(priya, "A secret", "It is pumpernickel.");
        await GatherAsync();
        Assert.Equal([ticket.Number], Numbers(await FindAsync(agent, "q=pumpernikel")));

        await site.WithAsync<Helpdesk.Tickets.Data.TicketsDbContext>(db => db.Messages.Where(message => message.TicketId == ticket.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(message => message.Body, "")));

        Assert.Empty(Numbers(await FindAsync(agent, "q=pumpernickel")));
        Assert.DoesNotContain("pumpernickel", await site.Api(agent).GetStringAsync("/api/v1/search?q=pumpernikel"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_never_becomes_html()
    {
        var (priya, agent) = (await site.EmployeeAsync("<i>Ivy</i> Ormolu"), await site.AgentAsync());
        await site.FileAsync(priya, "<b>Ormolu</b> & <script>alert(1)</script>", "An ormolu <img src=x onerror=alert(1)> \uE000with marks of its own");

        var hit = (await FindAsync(agent, "q=ormolu")).GetProperty("tickets").Items().Single();
        Assert.Equal("&lt;b&gt;<mark>Ormolu</mark>&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt;", hit.Text("subjectHtml"));
        Assert.Contains("<mark>ormolu</mark> &lt;img", hit.Text("excerptHtml"), StringComparison.Ordinal);
        Assert.Equal(hit.Text("excerptHtml").Split("<mark>").Length, hit.Text("excerptHtml").Split("</mark>").Length);
        var page = await site.Browser(agent).PageAsync("/search?q=ormolu");
        Assert.Empty(page.QuerySelectorAll("#results :is(script, img, b, i)"));
        Assert.Equal("<i>Ivy</i> Ormolu", page.QuerySelector("section[aria-labelledby=found-people] h3")!.TextContent);
    }

    [Theory]
    [InlineData("q=x", "q", "Type two letters or more, or a number like 1042.")]
    [InlineData("", "q", "Type two letters or more, or a number like 1042.")]
    [InlineData("q=printer&type=cats", "type", "Choose a type: tickets, articles or people.")]
    [InlineData("q=printer&limit=101", "limit", "The limit can be from 1 to 100.")]
    public async Task What_cannot_be_looked_for_is_said(string query, string field, string sentence)
    {
        var agent = await site.AgentAsync();
        using var answer = await site.Api(agent).GetAsync($"/api/v1/search?{query}");
        Assert.Equal(sentence, await answer.ErrorAsync(field));
        if (field is "q" or "type" && query.Length > 0)
        {
            using var page = await site.Browser(agent).GetAsync($"/search?{query}");
            Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
            Assert.Equal(sentence, (await page.PageAsync()).QuerySelector(".empty p")!.TextContent);
        }
    }

    [Fact]
    public async Task Odd_words_find_nothing_and_break_nothing()
    {
        var agent = await site.AgentAsync();
        foreach (var words in new[] { "the", "-printer", "\"", "'", "a & b | !c:*", "<->", "%", "\\", "(((", "it's", "#", "#abc", "999999999999", "ß´`", "or or", "日本語", new string('w', 200) })
        {
            using var answer = await site.Api(agent).GetAsync($"/api/v1/search?q={Uri.EscapeDataString(words)}");
            Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{words}: {answer.StatusCode}");
            using var page = await site.Browser(agent).GetAsync($"/search?q={Uri.EscapeDataString(words)}");
            Assert.Equal(answer.StatusCode, page.StatusCode);
        }

        using var tooLong = await site.Api(agent).GetAsync($"/api/v1/search?q={new string('w', 201)}");
        Assert.Equal("The search can have up to 200 characters. It has 201.", await tooLong.ErrorAsync("q"));
    }

    [Fact]
    public async Task People_are_for_the_team_alone_and_who_was_deactivated_finds_nothing()
    {
        var employee = await site.EmployeeAsync("Bartholomew Finch");
        Assert.False((await FindAsync(employee, "q=bartholomew")).TryGetProperty("people", out _));
        using var refused = await site.Api(employee).GetAsync("/api/v1/search?q=bartholomew&type=people");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var refusedPage = await site.Browser(employee).GetAsync("/search?q=bartholomew&type=people");
        Assert.Equal(HttpStatusCode.Forbidden, refusedPage.StatusCode);
        Assert.Equal("[]", await site.Browser(employee).GetStringAsync("/search/commands?q=bartholomew"));

        var agent = await site.AgentAsync();
        await site.WithAsync<AuthDbContext>(async db => await db.Users.Where(user => user.Id == agent.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));
        foreach (var (client, way) in new[] { (site.Api(agent), "/api/v1/search?q=bartholomew"), (site.Browser(agent), "/search?q=bartholomew"), (site.Browser(agent), "/search/commands?q=bartholomew"), (site.Browser(), "/search/commands") })
        {
            using var answer = await client.GetAsync(way);
            Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.Redirect });
        }
    }

    private Task GatherAsync()
    {
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        return site.WithAsync<GatherKnownWords>(async gathering =>
        {
            while (await gathering.DoNextAsync(CancellationToken.None))
            {
            }
        });
    }

    private async Task<JsonElement> FindAsync(Person person, string query) => await site.Api(person).JsonAsync($"/api/v1/search?{query}");

    private static List<int> Numbers(JsonElement found) => [.. found.GetProperty("tickets").Items().Select(ticket => ticket.Number())];

    private static List<string?> Places(JsonElement ticket) => [.. ticket.GetProperty("foundIn").EnumerateArray().Select(place => place.GetString())];
}
