using System.Net;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.ExportData;
using Helpdesk.Auth.Sweep;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>"Download my data" through page and API: asked, made in the background, told by mail, handed to its owner alone.</summary>
public sealed class ExportTests(Site site) : IClassFixture<Site>
{
    private const string Page = "/account/data";

    [Fact]
    public async Task The_api_asks_and_downloads()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        using var none = await api.GetAsync(Archive.Url);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        using var asked = await api.PostAsync(Archive.Url, null);
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(Archive.Url, asked.Headers.Location!.OriginalString);
        var id = await Archive.ReadyAsync(api);
        var shown = await Archive.ShownAsync(api);
        Assert.Equal(["id", "state", "askedAt", "readyAt", "expiresAt", "size"], shown.EnumerateObject().Select(member => member.Name));
        Assert.Equal(TimeSpan.FromHours(24), shown.GetProperty("expiresAt").GetDateTimeOffset() - shown.GetProperty("readyAt").GetDateTimeOffset());

        using var download = await api.GetAsync($"{Archive.Url}/{id}/download");
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        Assert.Equal("no-store", download.Headers.CacheControl!.ToString());
        Assert.Equal("application/zip", download.Content.Headers.ContentType!.ToString());
        Assert.Matches("^attachment; filename=my-data-.*\\.zip$", download.Content.Headers.ContentDisposition!.ToString());
        var zip = await download.Content.ReadAsByteArrayAsync();
        Assert.Equal(shown.GetProperty("size").GetInt64(), zip.Length);
        var archive = Archive.Open(zip);
        Assert.Equal(person.Email, archive.Json("account/person.json").GetProperty("email").GetString());
        Assert.All(archive.Files.Keys.Where(path => path != "README.txt"), path => Assert.Contains(path, archive.Files["README.txt"]));
        Assert.Equal(
            ["export.asked", "export.ready", "export.downloaded"],
            (await site.LinesAboutAsync(person.Id)).Actions());
    }

    [Fact]
    public async Task The_page_asks_and_downloads()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        using var asked = await browser.SubmitAsync(Page, "form[action$='/export']");
        var page = await browser.FollowAsync(asked);
        Assert.Equal("We are putting your data together. You will get a mail.", page.Flash());
        await Archive.ReadyAsync(site.Api(person));
        page = await browser.PageAsync(Page);
        var link = page.QuerySelector($"a[href^='{Page}/export/']")!.GetAttribute("href")!;
        using var download = await browser.GetAsync(link);
        Assert.Equal("no-store", download.Headers.CacheControl!.ToString());
        Assert.NotEmpty(Archive.Open(await download.Content.ReadAsByteArrayAsync()).Files);
        using var byAddress = await browser.GetAsync($"{Page}/export");
        Assert.Equal(Page, byAddress.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Its_owner_is_told_by_mail_with_a_link_to_the_page()
    {
        var person = await site.EmployeeAsync();
        await Archive.OfAsync(site, person);
        var row = Assert.Single(await MailsAsync(person), mail => mail.Kind == DataReadyMail.Kind);
        var mail = await site.WithAsync<MailComposer, OutgoingMail?>(composer => composer.ComposeAsync(row, default));
        Assert.Equal("Your data is ready", mail!.Subject);
        Assert.Contains("http://localhost:8080/account/data\n", mail.Text.Replace("\r\n", "\n"));
        Assert.DoesNotContain("/export/", mail.Html);

        site.Clock.Advance(TimeSpan.FromHours(24.1));
        Assert.Null(await site.WithAsync<MailComposer, OutgoingMail?>(composer => composer.ComposeAsync(row, default)));
    }

    [Fact]
    public async Task Nobody_else_gets_it_at_either_door()
    {
        var owner = await site.EmployeeAsync();
        var api = site.Api(owner);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        var id = await Archive.ReadyAsync(api);
        foreach (var other in new[] { await site.EmployeeAsync(), await site.AgentAsync(), await site.AdminAsync() })
        {
            using var byApi = await site.Api(other).GetAsync($"{Archive.Url}/{id}/download");
            using var byPage = await site.Browser(other).GetAsync($"{Page}/export/{id}");
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (byApi.StatusCode, byPage.StatusCode));
        }

        using var strangersDownload = await site.Api().GetAsync($"{Archive.Url}/{id}/download");
        using var strangersAsk = await site.Api().PostAsync(Archive.Url, null);
        using var strangersPage = await site.Browser().GetAsync($"{Page}/export/{id}");
        using var strangersSight = await site.Browser().GetAsync(Page);
        Assert.Equal(HttpStatusCode.Unauthorized, strangersDownload.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, strangersAsk.StatusCode);
        Assert.All([strangersPage, strangersSight], answer => Assert.StartsWith("/signin?", answer.Headers.Location!.OriginalString));

        await DeactivateAsync(owner);
        using var deactivated = await api.GetAsync($"{Archive.Url}/{id}/download");
        using var deactivatedPage = await site.Browser(owner).GetAsync($"{Page}/export/{id}");
        Assert.Equal(HttpStatusCode.Unauthorized, deactivated.StatusCode);
        Assert.StartsWith("/signin?", deactivatedPage.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Who_proved_long_ago_who_they_are_is_asked_again()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        var id = await Archive.ReadyAsync(api);
        site.Clock.Advance(TimeSpan.FromMinutes(10.5));
        using var ask = await api.PostAsync(Archive.Url, null);
        using var download = await api.GetAsync($"{Archive.Url}/{id}/download");
        foreach (var answer in new[] { ask, download })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            var problem = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync());
            Assert.EndsWith("step-up-required", problem.GetProperty("type").GetString());
        }

        var browser = site.Browser(person);
        using var askPage = await browser.SubmitAsync(Page, "form[action$='/export']");
        using var downloadPage = await browser.GetAsync($"{Page}/export/{id}");
        Assert.All([askPage, downloadPage], answer => Assert.Equal("/account/confirm?returnUrl=%2Faccount%2Fdata", answer.Headers.Location!.OriginalString));
        Assert.DoesNotContain("export.downloaded", (await site.LinesAboutAsync(person.Id)).Actions());
    }

    [Fact]
    public async Task After_a_day_it_is_gone_and_swept()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        (await api.PostAsync(Archive.Url, null)).Dispose();
        var id = await Archive.ReadyAsync(api);
        site.Clock.Advance(TimeSpan.FromHours(24.1));
        using var download = await api.GetAsync($"{Archive.Url}/{id}/download");
        using var shown = await api.GetAsync(Archive.Url);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (download.StatusCode, shown.StatusCode));
        Assert.NotNull((await site.Browser(person).PageAsync(Page)).QuerySelector("form[action$='/export'] button.primary"));
        await site.WithAsync<Broom>(broom => broom.SweepAsync(default));
        Assert.Equal((0, 0), await CountAsync(id));
    }

    [Fact]
    public async Task A_new_one_takes_the_place_of_the_old_one_and_a_day_has_five()
    {
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        var seen = new HashSet<Guid>();
        for (var i = 0; i < AskExportHandler.PerDay; i++)
        {
            (await api.PostAsync(Archive.Url, null)).Dispose();
            seen.Add(await Archive.ReadyAsync(api));
        }

        Assert.Equal(AskExportHandler.PerDay, seen.Count);
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.DataExports.CountAsync(export => export.UserId == person.Id)));
        using var sixth = await api.PostAsync(Archive.Url, null);
        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        using var page = await site.Browser(person).SubmitAsync(Page, "form[action$='/export']");
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        var document = await page.PageAsync();
        Assert.Equal("You can ask for your data 5 times a day. Try again tomorrow.", document.QuerySelector(".error-summary li")!.TextContent.Trim());
        Assert.NotNull(document.QuerySelector("h1"));
    }

    private Task<List<OutboxEmail>> MailsAsync(Person person) => site.WithAsync<AuthDbContext, List<OutboxEmail>>(db =>
        db.Set<OutboxEmail>().AsNoTracking().Where(mail => mail.RecipientId == person.Id).ToListAsync());

    private Task DeactivateAsync(Person person) => site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == person.Id)
        .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));

    private Task<(int Exports, int Parts)> CountAsync(Guid id) => site.WithAsync<AuthDbContext, (int, int)>(async db => (
        await db.DataExports.CountAsync(export => export.Id == id),
        await db.DataExportParts.CountAsync(part => part.ExportId == id)));
}
