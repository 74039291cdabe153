using System.Net;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Files.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Files;

/// <summary>What every store must do, and must refuse.</summary>
public abstract class FileStoreSuite(Site site)
{
    private static readonly byte[] Hello = FileKit.Text("hello");
    private static readonly byte[] Other = FileKit.Text("other");

    private readonly string key = $"probes/{Guid.NewGuid()}.txt";

    private IFileStore Store => site.Services.GetRequiredService<FileStores>().Current;

    private DateTimeOffset Soon => site.Clock.GetUtcNow().AddMinutes(5);

    /// <summary>A browser that reaches the store's addresses.</summary>
    protected abstract HttpClient Browser();

    [Fact]
    public async Task It_keeps_replaces_and_deletes()
    {
        Assert.Null(await Store.SizeAsync(key, CancellationToken.None));
        Assert.Null(await Store.OpenAsync(key, CancellationToken.None));
        await PutAsync(Hello);
        Assert.Equal(5, await Store.SizeAsync(key, CancellationToken.None));
        await PutAsync(FileKit.Text("hello again"));
        Assert.Equal("hello again", await ReadAsync());
        await Store.DeleteAsync(key, CancellationToken.None);
        await Store.DeleteAsync(key, CancellationToken.None);
        Assert.Null(await Store.SizeAsync(key, CancellationToken.None));
        await Store.TryOutAsync(CancellationToken.None);
    }

    [Fact]
    public async Task It_deletes_what_is_old_in_a_folder()
    {
        var folder = $"old-{Guid.NewGuid():N}";
        using (var content = new MemoryStream(Hello))
        {
            await Store.PutAsync($"{folder}/one", content, "text/plain", CancellationToken.None);
        }

        await PutAsync(Hello);
        var now = DateTimeOffset.UtcNow;
        Assert.Equal(0, await Store.DeleteOlderAsync(folder, now.AddHours(-1), CancellationToken.None));
        Assert.Equal(1, await Store.DeleteOlderAsync(folder, now.AddHours(1), CancellationToken.None));
        Assert.Null(await Store.SizeAsync($"{folder}/one", CancellationToken.None));
        Assert.NotNull(await Store.SizeAsync(key, CancellationToken.None));
    }

    [Fact]
    public async Task A_signed_address_gives_the_bytes_under_the_name_and_type_it_was_made_for()
    {
        await PutAsync(Hello);
        using var browser = Browser();
        using var answer = await browser.GetAsync(new Uri(Download(name: "Grüße \"1\".txt")));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("hello", await answer.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("Grüße \"1\".txt", answer.Content.Headers.ContentDisposition.FileNameStar);
    }

    [Fact]
    public async Task A_signed_address_gives_a_part_of_the_bytes()
    {
        await PutAsync(Hello);
        using var browser = Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, Download());
        request.Headers.Range = new(1, 3);
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
        Assert.Equal("ell", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_tampered_address_gives_nothing()
    {
        await PutAsync(Hello);
        using var browser = Browser();
        await AssertRefusedAsync(browser.GetAsync(new Uri(Tampered(Download()))));
        using var content = Body(Other, "text/plain");
        await AssertRefusedAsync(browser.PutAsync(new Uri(Tampered(Upload())), content));
        Assert.Equal("hello", await ReadAsync());
    }

    [Fact]
    public async Task An_address_ends_with_its_time()
    {
        await PutAsync(Hello);
        using var browser = Browser();
        var soon = site.Clock.GetUtcNow().AddSeconds(2);
        var (download, upload) = (Download(expiresAt: soon), Upload(expiresAt: soon));
        await Eventually.TrueAsync("the address has ended", async () =>
        {
            using var answer = await browser.GetAsync(new Uri(download));
            return !answer.IsSuccessStatusCode;
        });
        using var content = Body(Other, "text/plain");
        await AssertRefusedAsync(browser.PutAsync(new Uri(upload), content));
        Assert.Equal("hello", await ReadAsync());
    }

    [Fact]
    public async Task An_address_is_good_for_one_method()
    {
        await PutAsync(Hello);
        using var browser = Browser();
        using var content = Body(Other, "text/plain");
        await AssertRefusedAsync(browser.PutAsync(new Uri(Download()), content));
        await AssertRefusedAsync(browser.DeleteAsync(new Uri(Download())));
        await AssertRefusedAsync(browser.GetAsync(new Uri(Upload())));
        await AssertRefusedAsync(browser.DeleteAsync(new Uri(Upload())));
        Assert.Equal("hello", await ReadAsync());
    }

    [Theory]
    [InlineData("text/html", "other")]
    [InlineData("text/plain; charset=utf-8", "other")]
    [InlineData("text/plain", "much more than there should be")]
    [InlineData("text/plain", "less")]
    public async Task An_address_takes_only_the_type_and_the_size_it_was_made_for(string type, string body)
    {
        await PutAsync(Hello);
        using var browser = Browser();
        using (var content = Body(FileKit.Text(body), type))
        {
            await AssertRefusedAsync(browser.PutAsync(new Uri(Upload()), content));
        }

        Assert.Equal("hello", await ReadAsync());
        using var right = Body(Other, "text/plain");
        using var answer = await browser.PutAsync(new Uri(Upload()), right);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}");
        Assert.Equal("other", await ReadAsync());
    }

    [Fact]
    public async Task A_file_goes_the_whole_way()
    {
        var me = Guid.NewGuid();
        using var browser = Browser();
        var offer = await site.OfferAsync("photo.png", "image/png", FileKit.Png.Length, me);
        using var put = await browser.PutAsync(offer, FileKit.Png);
        Assert.True(put.IsSuccessStatusCode, $"{put.StatusCode}");
        var file = Assert.Single((await site.AcceptAsync(me, offer.AttachmentId)).Value!);
        Assert.Equal(Store.Name, file.Store);
        Assert.Equal(FileKit.Png, await browser.GetByteArrayAsync(new Uri(site.AddressOf(file))));

        // The address still takes bytes, and nobody ever reads them.
        var evil = FileKit.Text(new string('x', FileKit.Png.Length));
        using var again = await browser.PutAsync(offer, evil);
        Assert.Equal(FileKit.Png, await browser.GetByteArrayAsync(new Uri(site.AddressOf(file))));
    }

    private async Task PutAsync(byte[] bytes)
    {
        using var content = new MemoryStream(bytes);
        await Store.PutAsync(key, content, "text/plain", CancellationToken.None);
    }

    private async Task<string> ReadAsync()
    {
        using var reader = new StreamReader((await Store.OpenAsync(key, CancellationToken.None))!);
        return await reader.ReadToEndAsync();
    }

    private string Download(string name = "hello.txt", DateTimeOffset? expiresAt = null) =>
        Store.SignDownload(new DownloadOrder(key, name, "text/plain", IsShownInPlace: false, expiresAt ?? Soon));

    private string Upload(DateTimeOffset? expiresAt = null) => Store.SignUpload(new UploadOrder(key, "text/plain", 5, expiresAt ?? Soon));

    private static ByteArrayContent Body(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return content;
    }

    // One sign in the middle of what is sealed.
    private static string Tampered(string address)
    {
        var at = address.Contains("Signature=", StringComparison.Ordinal)
            ? address.IndexOf("Signature=", StringComparison.Ordinal) + 20
            : address.IndexOf("/files/", StringComparison.Ordinal) + 60;
        return $"{address[..at]}{(address[at] == 'a' ? 'b' : 'a')}{address[(at + 1)..]}";
    }

    private static async Task AssertRefusedAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.InRange((int)answer.StatusCode, 400, 499);
    }
}

public sealed class LocalFileStoreTests(Site site) : FileStoreSuite(site), IClassFixture<Site>
{
    private readonly Site site = site;

    protected override HttpClient Browser() => site.CreateClient();
}

public sealed class S3FileStoreTests(BucketSite site) : FileStoreSuite(site), IClassFixture<BucketSite>
{
    protected override HttpClient Browser() => new();
}
