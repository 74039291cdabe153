using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Files;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>A store that is away takes files along, and nothing else.</summary>
public sealed class StoreDownTests(StoreDownTests.LonelySite site) : IClassFixture<StoreDownTests.LonelySite>
{
    [Fact]
    public async Task Files_are_refused_with_a_sentence()
    {
        var me = Guid.NewGuid();
        Assert.Same(FileStoreDown.ForUploads, (await site.ReceiveAsync("notes.txt", FileKit.Text("words"), me)).Refusal);
        var offer = await site.OfferAsync("notes.txt", "text/plain", 5, me);
        Assert.Same(FileStoreDown.ForUploads, (await site.AcceptAsync(me, offer.AttachmentId)).Refusal);
    }

    [Fact]
    public async Task The_helpdesk_goes_on()
    {
        using var client = site.CreateClient();
        using var health = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains("\"files\":\"degraded\"", (await health.Content.ReadAsStringAsync()).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        using var page = await client.GetAsync(new Uri("/signin", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task Pages_may_load_from_the_store_and_from_nowhere_else()
    {
        using var client = site.CreateClient();
        using var page = await client.GetAsync(new Uri("/signin", UriKind.Relative));
        var rules = Assert.Single(page.Headers.GetValues("Content-Security-Policy")).Split("; ");
        var store = new Uri(site.Settings["Files:S3:Endpoint"]).GetLeftPart(UriPartial.Authority);
        string[] open = [$"img-src 'self' data: {store}", $"media-src 'self' {store}", $"frame-src 'self' {store}", $"connect-src 'self' {store}"];
        Assert.All(open, rule => Assert.Contains(rule, rules));
        Assert.Equal(open.Length, rules.Count(rule => rule.Contains(store, StringComparison.Ordinal)));
    }

    /// <summary>Its bucket is at an address where nobody answers.</summary>
    public sealed class LonelySite : Site
    {
        public LonelySite(Databases databases)
            : base(databases)
        {
            Settings["Files:Store"] = "s3";
            Settings["Files:S3:Endpoint"] = $"http://127.0.0.1:{FileServers.FreePort()}";
            Settings["Files:S3:Bucket"] = "nowhere";
            Settings["Files:S3:AccessKey"] = "key";
            Settings["Files:S3:SecretKey"] = "secret";
        }
    }
}
