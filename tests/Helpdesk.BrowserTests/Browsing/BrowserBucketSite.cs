using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.BrowserTests.Browsing;

/// <summary>The product with its files in a bucket of another origin, which browsers reach directly.</summary>
public sealed class BrowserBucketSite(Databases databases, Chromium chromium, FileServers servers) : BrowserSite(databases, chromium)
{
    public Uri Bucket { get; private set; } = new("http://nowhere.invalid");

    public override async ValueTask InitializeAsync()
    {
        Settings["Files:Store"] = "s3";
        foreach (var (key, value) in await servers.BucketAsync())
        {
            Settings[key] = value;
        }

        Bucket = new Uri(Settings["Files:S3:Endpoint"]);
        await base.InitializeAsync();
    }
}
