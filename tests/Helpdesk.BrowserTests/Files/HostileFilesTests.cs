using Helpdesk.BrowserTests.Browsing;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Files.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Helpdesk.BrowserTests.Files;

/// <summary>What a browser does with files that want to be pages.</summary>
public sealed class HostileFilesTests(BrowserSite site) : IClassFixture<BrowserSite>
{
    private const string Script = "document.title = 'script ran'; alert('script ran');";

    private readonly Guid me = Guid.NewGuid();

    [Theory]
    [InlineData("drawing.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"SCRIPT\"><script>SCRIPT</script></svg>")]
    [InlineData("words.txt", "<html><script>SCRIPT</script></html>")]
    [InlineData("data.json", "<html><script>SCRIPT</script></html>")]
    public async Task What_could_hold_a_script_is_saved_and_not_shown(string name, string content)
    {
        var file = (await site.ReceiveAsync(name, FileKit.Text(content.Replace("SCRIPT", Script, StringComparison.Ordinal)), me)).Value!;
        var page = await OpenAsync();
        var download = await page.RunAndWaitForDownloadAsync(() => page.EvaluateAsync("address => { location = address; }", site.AddressOf(file)));
        Assert.Equal(name, download.SuggestedFilename);
        Assert.NotEqual("script ran", await page.TitleAsync());
    }

    [Fact]
    public async Task Bytes_that_became_a_page_behind_our_back_are_still_a_picture()
    {
        var file = (await site.ReceiveAsync("photo.png", FileKit.Png, me)).Value!;
        using (var evil = new MemoryStream(FileKit.Text($"<html><script>{Script}</script></html>")))
        {
            await site.Services.GetRequiredService<FileStores>().Current.PutAsync(file.Key, evil, "text/html", CancellationToken.None);
        }

        var page = await OpenAsync();
        await page.GotoAsync(site.AddressOf(file));
        Assert.NotEqual("script ran", await page.TitleAsync());
        Assert.Equal("image/png", await page.EvaluateAsync<string>("() => document.contentType"));
    }

    [Fact]
    public async Task A_page_shows_pictures_and_puts_files()
    {
        var file = (await site.ReceiveAsync("photo.png", FileKit.Png, me)).Value!;
        var page = await OpenAsync();
        Assert.Equal(1, await page.EvaluateAsync<int>(
            """
            address => new Promise((resolve, reject) => {
                const picture = new Image();
                picture.onload = () => resolve(picture.naturalWidth);
                picture.onerror = () => reject(new Error('no picture'));
                picture.src = address;
            })
            """,
            site.AddressOf(file)));

        var offer = await site.OfferAsync("notes.txt", "text/plain", 5, me);
        Assert.Equal(200, await page.EvaluateAsync<int>(
            "async ([address, headers]) => (await fetch(address, { method: 'PUT', headers, body: new Blob(['hello']) })).status",
            new object[] { offer.UploadUrl, offer.Headers }));
        Assert.Single((await site.AcceptAsync(me, offer.AttachmentId)).Value!);
    }

    [Fact]
    public async Task A_page_shows_a_pdf_in_a_frame()
    {
        var file = (await site.ReceiveAsync("cv.pdf", FileKit.Pdf, me)).Value!;
        var page = await OpenAsync();
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync(
                "address => { const frame = document.createElement('iframe'); frame.src = address; document.body.append(frame); }", site.AddressOf(file)),
            response => response.Url.Contains("/files/", StringComparison.Ordinal));
        Assert.Equal(200, answer.Status);
        var rules = await answer.HeaderValueAsync("content-security-policy");
        Assert.Contains("frame-ancestors 'self'", rules, StringComparison.Ordinal);
        Assert.DoesNotContain("sandbox", rules, StringComparison.Ordinal);
    }

    // A page of the site; whatever asks for attention on it is a script that ran.
    private async Task<IPage> OpenAsync()
    {
        var page = await site.OpenAsync();
        page.Dialog += (_, dialog) => Assert.Fail($"A script ran: {dialog.Message}");
        await page.GotoAsync("/signin");
        return page;
    }
}
