using System.Net;
using AngleSharp.Html.Parser;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Email;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using static Helpdesk.IntegrationTests.Email.SendingTests;

namespace Helpdesk.IntegrationTests.Email;

/// <summary>A site that writes its mails into a folder.</summary>
public sealed class PickupSite : Site
{
    public PickupSite(Databases databases)
        : base(databases)
    {
        Settings["Mail:Drain"] = "true";
        Settings["Mail:PickupFolder"] = Folder;
    }

    public string Folder { get; } = Path.Combine(Path.GetTempPath(), "helpdesk-tests", Guid.NewGuid().ToString("N"));

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        new BringTestMail().Configure(builder);
    }
}

/// <summary>The developer's mailbox at /dev/mail.</summary>
public sealed class MailboxTests(PickupSite site) : IClassFixture<PickupSite>
{
    [Fact]
    public async Task Each_mail_is_one_complete_file_that_only_we_may_read()
    {
        await WriteAsync(NewAddress(), "First");
        await WriteAsync(NewAddress(), "Second");
        var files = Directory.GetFiles(site.Folder).Order().ToList();
        Assert.All(files, file => Assert.EndsWith(".eml", file, StringComparison.Ordinal));
        Assert.All(files, file => Assert.StartsWith("Message-ID: <", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.Empty(Directory.GetDirectories(site.Folder));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(site.Folder));
        }
    }

    [Fact]
    public async Task The_newest_mail_comes_first_and_can_be_read_without_signing_in()
    {
        var to = NewAddress();
        await WriteAsync(NewAddress(), "Older");
        await WriteAsync(to, "Größe <b>egal</b>");
        using var browser = site.Browser();
        var list = await browser.PageAsync("/dev/mail");
        var first = list.QuerySelector("tbody tr")!;
        Assert.Equal("Größe <b>egal</b>", first.QuerySelector("th")!.TextContent);
        Assert.Contains(to, first.QuerySelector("td")!.TextContent, StringComparison.Ordinal);

        var mail = await browser.PageAsync(first.QuerySelector("a")!.GetAttribute("href")!);
        Assert.Equal("Größe <b>egal</b>", mail.QuerySelector("h1")!.TextContent);
        var link = mail.QuerySelector("pre a")!;
        Assert.Equal("http://localhost:8080/verify?token=s3cr3t", link.GetAttribute("href"));
        Assert.Equal(link.GetAttribute("href"), link.TextContent);
        Assert.Contains("Status: Open\nPriority: High", mail.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);

        var frame = mail.QuerySelector("iframe")!;
        Assert.DoesNotContain("allow-scripts", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        Assert.DoesNotContain("allow-same-origin", frame.GetAttribute("sandbox"), StringComparison.Ordinal);
        using var html = await browser.GetAsync(frame.GetAttribute("src"));
        var rules = Assert.Single(html.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", rules, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", rules, StringComparison.Ordinal);
        Assert.Contains("sandbox", rules, StringComparison.Ordinal);
        var document = new HtmlParser().ParseDocument(await html.Content.ReadAsStringAsync());
        Assert.Equal("_blank", document.QuerySelector("base")!.GetAttribute("target"));
        Assert.Equal("Confirm", document.QuerySelector("a.button")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_a_mail_may_frame_nothing_but_this_site()
    {
        await WriteAsync(NewAddress(), "Framed");
        using var browser = site.Browser();
        var list = await browser.PageAsync("/dev/mail");
        using var page = await browser.GetAsync(list.QuerySelector("tbody a")!.GetAttribute("href"));
        var rules = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("; frame-src 'self'; ", rules, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", rules, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/dev/mail/nothing-here")]
    [InlineData("/dev/mail/..%2F..%2Fetc%2Fpasswd")]
    [InlineData("/dev/mail/20270101T0000000000000-abc")]
    [InlineData("/dev/mail/20270101T0000000000000-abc/html")]
    public async Task What_is_no_mail_is_not_found(string path)
    {
        using var browser = site.Browser();
        using var response = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task In_production_there_is_no_mailbox()
    {
        await WriteAsync(NewAddress(), "Private");
        var name = Path.GetFileNameWithoutExtension(Directory.GetFiles(site.Folder)[0]);
        await using var production = site.WithWebHostBuilder(builder => builder.UseEnvironment("Production"));
        using var browser = production.CreateClient();
        foreach (var path in new[] { "/dev/mail", $"/dev/mail/{name}", $"/dev/mail/{name}/html" })
        {
            using var response = await browser.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }
    }

    private async Task WriteAsync(string to, string subject)
    {
        var outbox = site.Services.GetRequiredService<Outbox>();
        var files = Count();
        await site.WithAsync<PlatformDbContext>(async context =>
        {
            outbox.Add(context, TestMail.To(to, new { subject }) with { Secrets = new Dictionary<string, string> { ["token"] = "s3cr3t" } });
            await context.SaveChangesAsync();
        });
        await Eventually.TrueAsync("the file is there", () => Count() == files + 1);
    }

    private int Count() => Directory.Exists(site.Folder) ? Directory.GetFiles(site.Folder, "*.eml").Length : 0;
}
