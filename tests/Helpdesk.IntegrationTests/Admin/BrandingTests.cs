using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email.Mailbox;

namespace Helpdesk.IntegrationTests.Admin;

/// <summary>The look that an admin chose is on all pages and in all mails, on every instance, and cannot do harm there.</summary>
public sealed class BrandingTests(Site site) : IClassFixture<Site>, IAsyncLifetime
{
    private const string Branding = "/api/v1/admin/branding";
    private const string Payload = "\"><img src=x onerror=alert(1)><script>alert(2)</script>[link](javascript:alert(3))";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>Each test begins with the house's own look.</summary>
    public async ValueTask DisposeAsync()
    {
        var admin = await site.AdminAsync();
        using var reset = await site.Api(admin).DeleteAsync(Branding);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        using var named = await site.Api(admin).PatchAsJsonAsync(Branding, new { name = "" });
        named.EnsureSuccessStatusCode();
    }

    [Fact]
    public async Task Without_a_choice_nothing_more_is_loaded()
    {
        var page = await site.Browser().PageAsync("/signin");
        Assert.Single(page.QuerySelectorAll("link[rel=stylesheet]"));
        Assert.NotNull(page.QuerySelector(".brand-mark"));
    }

    [Fact]
    public async Task Name_colours_notice_and_footer_are_on_pages_and_in_mails_at_once()
    {
        var admin = await site.AdminAsync();
        using var saved = await site.Browser(admin).SubmitAsync(
            "/admin/branding", "#branding", ("Form.Name", "Acme Help"), ("Form.Accent", "#FFCC00"), ("Form.HomeNotice", "**Closed** on Monday."), ("Form.MailFooter", "Acme Ltd, [imprint](https://acme.example/imprint)"));
        Assert.Equal("/admin/branding", saved.Headers.Location?.OriginalString);

        var view = await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding);
        Assert.Equal(("Acme Help", "#FFCC00"), (view.Text("name"), view.Text("accent")));
        var used = view.GetProperty("inUse").GetProperty("light");
        Assert.StartsWith("Text on this button would be 1.5 : 1; we use #", used.Text("correction"), StringComparison.Ordinal);

        var page = await site.Browser(await site.EmployeeAsync()).PageAsync("/");
        Assert.Equal("Closed", page.QuerySelector(".home-notice strong")!.TextContent);
        Assert.Equal("Acme Help", page.QuerySelector(".brand-name")!.TextContent);
        var url = page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href")!;
        using var sheet = await site.Browser().GetAsync(url);
        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", $"{sheet.Headers.CacheControl}", StringComparison.Ordinal);
        Assert.Contains($"--accent:light-dark({used.Text("accent")},", await sheet.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var mail = await TestMailAsync(admin);
        Assert.Contains(used.Text("accent"), mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://acme.example/imprint", mail.Html, StringComparison.Ordinal);
        Assert.Contains("https://acme.example/imprint", mail.Text, StringComparison.Ordinal);

        using var reset = await site.Browser(admin).SubmitAsync("/admin/branding/default", "main form");
        var after = await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding);
        Assert.Equal(("Acme Help", "", "", ""), (after.Text("name"), after.Text("accent"), after.Text("mailFooter"), after.Text("homeNotice")));
    }

    [Fact]
    public async Task Two_who_change_different_parts_both_get_theirs()
    {
        var admin = await site.AdminAsync();
        var browser = site.Browser(admin);
        var seen = await browser.PageAsync("/admin/branding");
        using var first = await browser.SubmitAsync("/admin/branding", "#branding", ("Form.HomeNotice", "Closed\non Monday"), ("Form.Accent", "#0B5FA5"));
        using var second = await browser.SubmitAsync(seen, "/admin/branding", "#branding", ("Form.MailFooter", "Acme Ltd"));
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);
        var view = await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding);
        Assert.Equal(("#0B5FA5", "Closed\non Monday", "Acme Ltd"), (view.Text("accent"), view.Text("homeNotice"), view.Text("mailFooter")));

        // What one of them empties is empty.
        using var third = await browser.SubmitAsync("/admin/branding", "#branding", ("Form.HomeNotice", ""));
        Assert.Equal("", (await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding)).Text("homeNotice"));
    }

    [Fact]
    public async Task What_is_typed_does_no_harm_on_pages_and_in_mails()
    {
        var admin = await site.AdminAsync();
        using var saved = await site.Api(admin).PatchAsJsonAsync(Branding, new { name = Payload, homeNotice = Payload, mailFooter = Payload });
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        foreach (var path in new[] { "/", "/admin/branding", "/admin/settings", "/signout" })
        {
            Harmless(await site.Browser(admin).GetStringAsync(path));
        }

        Harmless(await site.Browser().GetStringAsync("/signin"));
        Harmless((await TestMailAsync(admin)).Html);
    }

    [Theory]
    [InlineData("red")]
    [InlineData("#12345")]
    [InlineData("#12345g")]
    [InlineData("#123;}b")]
    public async Task A_colour_is_six_digits(string accent)
    {
        var admin = await site.AdminAsync();
        using var refused = await site.Api(admin).PatchAsJsonAsync(Branding, new { name = "Other", accent });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("Enter a colour like #0b5960.", (await refused.JsonAsync()).GetProperty("errors").GetProperty("accent")[0].GetString());
        using var onPage = await site.Browser(admin).SubmitAsync("/admin/branding", "#branding", ("Form.Name", "Other"), ("Form.AccentDark", accent));
        Assert.Equal(["Enter a colour like #0b5960."], await onPage.ProblemsAsync());
        Assert.Equal("Helpdesk", (await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding)).Text("name"));

        var sheet = await site.Browser(admin).GetStringAsync($"/admin/branding/preview.css?accent={Uri.EscapeDataString(accent)}");
        Assert.DoesNotContain(accent, sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_shows_what_is_typed_and_saves_nothing()
    {
        var admin = await site.AdminAsync();
        using var shown = await site.Browser(admin).SubmitAsync("/admin/branding", "#branding", ("Form.Name", "Tried"), ("Form.Accent", "#ffcc00"), ("preview", "true"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        var preview = (await shown.PageAsync()).QuerySelector("#brand-preview")!;
        Assert.Contains("would be 1.5 : 1; we use #", preview.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tried", preview.TextContent, StringComparison.Ordinal);
        var sheet = await site.Browser(admin).GetStringAsync(preview.QuerySelector("link")!.GetAttribute("href")!);
        Assert.StartsWith(".brand-preview{--accent:light-dark(#", sheet, StringComparison.Ordinal);
        Assert.Equal("Helpdesk", (await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding)).Text("name"));
    }

    [Fact]
    public async Task A_logo_is_shown_on_pages_and_in_mails_until_it_is_removed()
    {
        var admin = await site.AdminAsync();
        using var put = await PutAsync(admin, "light", "image/png", Png(300, 60));
        Assert.Equal(HttpStatusCode.OK, put.StatusCode);
        var url = (await put.JsonAsync()).GetProperty("logos").GetProperty("light").Text("url");
        using var logo = await site.Browser().GetAsync(url);
        Assert.Equal("image/png", logo.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", $"{logo.Headers.CacheControl}", StringComparison.Ordinal);
        Assert.Equal(Png(300, 60), await logo.Content.ReadAsByteArrayAsync());

        var page = await site.Browser().PageAsync("/signin");
        Assert.NotNull(page.QuerySelector(".brand-logo"));
        // The picture is wide enough to hold the name; who cannot see it hears the name all the same.
        Assert.Equal("Helpdesk", page.QuerySelector(".brand .visually-hidden")!.TextContent);
        Assert.Contains(url, await site.Browser().GetStringAsync(page.QuerySelectorAll("link[rel=stylesheet]")[^1].GetAttribute("href")!), StringComparison.Ordinal);
        Assert.Contains(WebUtility.HtmlEncode(url), (await TestMailAsync(admin)).Html, StringComparison.Ordinal);

        var browser = site.Browser(admin);
        var token = (await browser.PageAsync("/admin/branding")).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var upload = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new ByteArrayContent(Png(32, 32)), "logo", "mark.png" } };
        using var sent = await browser.PostAsync("/admin/branding/logos/dark", upload);
        Assert.Equal("/admin/branding", sent.Headers.Location?.OriginalString);
        Assert.Equal(32, (await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding)).GetProperty("logos").GetProperty("dark").GetProperty("width").GetInt32());

        using var removed = await browser.SubmitAsync("/admin/branding", "form[action$='light/removal']");
        using var gone = await site.Api(admin).DeleteAsync($"{Branding}/logos/dark");
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var nothing = await site.Browser().GetAsync(url);
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
        Assert.Null((await site.Browser().PageAsync("/signin")).QuerySelector(".brand-logo"));
    }

    [Theory]
    [InlineData("image/svg+xml", 64, 64, "An SVG can hold scripts")]
    [InlineData("image/gif", 64, 64, "A logo is a PNG, JPEG or WebP.")]
    [InlineData("image/jpeg", 64, 64, "logo.jpg is not really a JPG")]
    [InlineData("image/png", 8, 64, "The logo has 8 × 64 pixels.")]
    [InlineData("image/png", 64, 4_000, "The logo has 64 × 4000 pixels.")]
    public async Task What_is_no_logo_is_refused_with_the_reason(string type, int width, int height, string sentence)
    {
        using var refused = await PutAsync(await site.AdminAsync(), "light", type, Png(width, height));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.StartsWith(sentence, (await refused.JsonAsync()).GetProperty("errors").GetProperty("logo")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_logo_is_small()
    {
        var big = new byte[(512 << 10) + 1];
        Png(64, 64).CopyTo(big, 0);
        using var refused = await PutAsync(await site.AdminAsync(), "dark", "image/png", big);
        Assert.Contains("The limit is 512 KB.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_logos_that_come_and_go_at_once_the_last_one_is_there()
    {
        var admin = await site.AdminAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(async number =>
        {
            using var answer = number % 3 == 0 ? await site.Api(admin).DeleteAsync($"{Branding}/logos/light") : await PutAsync(admin, "light", "image/png", Png(64, 32));
            return answer.StatusCode;
        }));
        Assert.All(answers, answer => Assert.True(answer is HttpStatusCode.OK or HttpStatusCode.NoContent, $"{answer}"));
        if ((await site.Api(admin).GetFromJsonAsync<JsonElement>(Branding)).GetProperty("logos").GetProperty("light") is { ValueKind: JsonValueKind.Object } logo)
        {
            using var picture = await site.Browser().GetAsync(logo.Text("url"));
            Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        }
    }

    [Fact]
    public async Task Another_instance_hears_of_it()
    {
        await using var other = site.WithWebHostBuilder(_ => { });
        using var there = other.CreateClient();
        Assert.DoesNotContain("/brand.css", await there.GetStringAsync("/signin"), StringComparison.Ordinal);
        using var saved = await site.Api(await site.AdminAsync()).PatchAsJsonAsync(Branding, new { accent = "#0b5fa5" });
        await Eventually.TrueAsync("the other instance shows it", async () => (await there.GetStringAsync("/signin")).Contains("/brand.css?v=", StringComparison.Ordinal));
    }

    private static void Harmless(string html)
    {
        Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"javascript:", html, StringComparison.Ordinal);
    }

    private async Task<ReadMail> TestMailAsync(Person admin)
    {
        using var sent = await site.Api(admin).PostAsync("/api/v1/admin/settings/mail/test", null);
        Assert.True((await sent.JsonAsync()).GetProperty("worked").GetBoolean());
        var newest = Directory.GetFiles(site.Settings["Mail:PickupFolder"], "*.eml").Order(StringComparer.Ordinal).Last();
        return ReadMail.From(await File.ReadAllBytesAsync(newest));
    }

    private async Task<HttpResponseMessage> PutAsync(Person admin, string theme, string type, byte[] picture)
    {
        using var content = new ByteArrayContent(picture);
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await site.Api(admin).PutAsync($"{Branding}/logos/{theme}", content);
    }

    /// <summary>A picture by its head; what it shows does not matter here.</summary>
    private static byte[] Png(int width, int height)
    {
        var picture = new byte[64];
        byte[] head = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];
        head.CopyTo(picture, 0);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(picture.AsSpan(20), height);
        return picture;
    }
}
