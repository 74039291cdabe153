using System.Net;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.KnowledgeBase.Reading;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.KnowledgeBase;

/// <summary>Drafts, internal items and what lies in the bin, looked for on every channel by everybody who must not know of them.</summary>
public sealed class ItemLeakTests(HiddenItems site) : IClassFixture<HiddenItems>
{
    private const string Common = HiddenItems.Common;
    private const string Secret = HiddenItems.Secret;

    private static readonly string[] FacetKinds = ["types", "categories", "tags"];

    [Theory]
    [InlineData("employee", false)]
    [InlineData("employee", true)]
    [InlineData("deactivated", false)]
    [InlineData("deactivated", true)]
    [InlineData("anonymous", false)]
    [InlineData("anonymous", true)]
    public async Task Nobody_learns_of_them_on_any_channel(string who, bool isOpen)
    {
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(ReaderRule.AnonymousReading, isOpen ? "true" : "false", null, CancellationToken.None));
        var person = who == "anonymous" ? null : await site.EmployeeAsync();
        if (who == "deactivated")
        {
            await site.WithAsync<AuthDbContext>(async db => await db.Users.Where(user => user.Id == person!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));
        }

        var mayRead = who == "employee" || isOpen;
        foreach (var item in site.Hidden)
        {
            foreach (var url in new[] { item.Page, item.Api, $"/kb/{item.Id}", $"/api/v1/kb/items/{item.Id}", $"/kb/{Secret}-new" })
            {
                using var answer = await ClientOf(url, person).GetAsync(url);
                Assert.Equal(mayRead ? HttpStatusCode.NotFound : url.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, answer.StatusCode);
            }
        }

        string[] urls =
        [
            "/kb", $"/kb/search?q={Common}", $"/kb/search?q={Secret[..^1]}", $"/kb/search?tag={Common}", "/kb/search?category=Strings", "/kb/search?q=Where+the+sleeps",
            $"/kb/search?q={Common}&type=article", site.Open.Page, site.Open.Api, "/sitemap.xml", "/robots.txt",
            $"/api/v1/kb/search?q={Common}", $"/api/v1/kb/search?q={Secret[..^1]}", "/api/v1/kb/search?q=quoka", "/api/v1/kb/items", "/api/v1/kb/categories", "/api/v1/kb/tags",
            $"/api/v1/kb/suggestions?q={Common}", $"/api/v1/kb/suggestions?q={Secret[..^1]}", "/api/v1/search?q=quoka", $"/api/v1/search?q={Common}",
            "/", $"/search?q={Common}", $"/search/commands?q={Common}", $"/tickets/new/answers?q={Common}", $"/tickets/new/answers?q={Secret[..^1]}",
        ];
        var read = 0;
        foreach (var url in urls)
        {
            using var answer = await ClientOf(url, person).GetAsync(url);
            var text = await answer.Content.ReadAsStringAsync();
            // What was typed stands in the answer; a word only tells something where it was not asked for.
            Assert.DoesNotContain(Secret, text, StringComparison.OrdinalIgnoreCase);
            read += answer.IsSuccessStatusCode ? 1 : 0;
        }

        Assert.True(read >= (who == "employee" ? 24 : isOpen ? 18 : 1), $"{read} answers were read.");
        if (mayRead)
        {
            var found = await site.SearchItemsAsync(who == "employee" ? person : null, $"q={Common}");
            Assert.Equal([site.Open.Slug], found.Slugs());
            Assert.Equal(1, found.GetProperty("count").GetInt32());
            Assert.All(FacetKinds, kind => Assert.Equal([1], found.GetProperty("facets").GetProperty(kind).EnumerateArray().Select(facet => facet.GetProperty("count").GetInt32())));
        }
    }

    [Fact]
    public async Task The_team_sees_what_is_internal_and_may_read_drafts()
    {
        var found = (await site.SearchItemsAsync(site.Author, $"q={Common}")).Slugs();
        Assert.Equal(3, found.Count);
        using var draft = await site.Browser(site.Author).GetAsync(site.Hidden[0].Page);
        Assert.Equal(HttpStatusCode.OK, draft.StatusCode);
        using var moved = await site.Browser(site.Author).GetAsync(site.Hidden[2].Page);
        Assert.Equal((HttpStatusCode.MovedPermanently, $"/kb/{Secret}-new"), (moved.StatusCode, moved.Headers.Location!.OriginalString));
        using var deleted = await site.Browser(site.Author).GetAsync(site.Hidden[3].Page);
        Assert.Equal(HttpStatusCode.NotFound, deleted.StatusCode);
    }

    [Fact]
    public async Task Nothing_can_be_said_of_them_and_they_solve_nothing()
    {
        var reader = await site.EmployeeAsync();
        foreach (var item in site.Hidden)
        {
            foreach (var (method, url) in new[] { (HttpMethod.Post, $"/api/v1/kb/items/{item.Id}/solved"), (HttpMethod.Delete, $"/api/v1/kb/items/{item.Id}/feedback") })
            {
                using var request = new HttpRequestMessage(method, url);
                using var answer = await site.Api(reader).SendAsync(request);
                Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            }
        }
    }

    private HttpClient ClientOf(string url, Person? person) => url.StartsWith("/api", StringComparison.Ordinal) ? site.Api(person) : site.Browser(person);
}
