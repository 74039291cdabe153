using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.AskDeletion;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Email;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>"Ask for deletion" through page and API: a wish that administrators hear of once, and that can be withdrawn.</summary>
public sealed class DeletionTests(Databases databases) : IAsyncLifetime
{
    private const string Url = "/api/v1/auth/me/deletion";
    private const string Page = "/account/data";

    private readonly Site site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_asks_says_what_stays_and_takes_it_back()
    {
        var (person, admin) = (await site.EmployeeAsync("Priya Patel"), await site.AdminAsync());
        var browser = site.Browser(person);
        Assert.Contains("What stays: your tickets", await TextAsync(browser));
        using var asked = await browser.SubmitAsync(Page, "form[action$='/deletion']");
        Assert.Equal("You asked for deletion. An administrator decides.", (await browser.FollowAsync(asked)).Flash());
        Assert.Contains("Until then nothing changes", await TextAsync(browser));
        Assert.Equal(admin.Email, Assert.Single(await MailsAsync()).ToAddress);

        using var withdrawn = await browser.SubmitAsync(Page, "form[action$='/withdrawal']");
        Assert.Equal("You withdrew it. Your account stays.", (await browser.FollowAsync(withdrawn)).Flash());
        Assert.DoesNotContain("Until then nothing changes", await TextAsync(browser));
        Assert.Equal(["account.deletion-asked", "account.deletion-withdrawn"], (await site.LinesAboutAsync(person.Id)).Actions());
        foreach (var path in new[] { "/deletion", "/deletion/withdrawal" })
        {
            using var byAddress = await browser.GetAsync(Page + path);
            Assert.Equal(Page, byAddress.Headers.Location!.OriginalString);
        }
    }

    [Fact]
    public async Task The_api_asks_and_takes_it_back()
    {
        var api = site.Api(await site.EmployeeAsync());
        Assert.Equal(JsonValueKind.Null, (await AskedAtAsync(api)).ValueKind);
        using var asked = await api.PostAsync(Url, null);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        var at = (await asked.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("askedAt").GetDateTimeOffset();
        site.Clock.Advance(TimeSpan.FromMinutes(1));
        (await api.PostAsync(Url, null)).Dispose();
        Assert.Equal(at, (await AskedAtAsync(api)).GetDateTimeOffset());
        using var withdrawn = await api.DeleteAsync(Url);
        Assert.Equal(HttpStatusCode.NoContent, withdrawn.StatusCode);
        Assert.Equal(JsonValueKind.Null, (await AskedAtAsync(api)).ValueKind);
        using var again = await api.DeleteAsync(Url);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
    }

    [Fact]
    public async Task Every_administrator_is_told_once_however_often_it_is_asked()
    {
        var person = await site.EmployeeAsync("Priya Patel");
        var admins = new[] { await site.AdminAsync("Ada One"), await site.AdminAsync("Ada Two") };
        await site.AgentAsync();
        var gone = await site.AdminAsync("Ada Gone");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        var api = site.Api(person);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ => (await api.PostAsync(Url, null)).Dispose()));
        (await api.DeleteAsync(Url)).Dispose();
        (await api.PostAsync(Url, null)).Dispose();
        var mails = await MailsAsync();
        Assert.Equal(admins.Select(admin => admin.Email).Order(), mails.Select(mail => mail.ToAddress).Order());
        var composed = await ComposeAsync(mails[0]);
        Assert.Equal("Priya Patel asks to be deleted", composed!.Subject);
        Assert.Contains(person.Email, composed.Text);

        (await api.DeleteAsync(Url)).Dispose();
        Assert.Null(await ComposeAsync(mails[0]));
    }

    [Fact]
    public async Task Strangers_and_the_deactivated_are_turned_away()
    {
        var person = await site.EmployeeAsync();
        using var nobody = await site.Api().PostAsync(Url, null);
        using var nobodysPage = await site.Browser().PostAsync($"{Page}/deletion", new FormUrlEncodedContent([]));
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == person.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var deactivated = await site.Api(person).PostAsync(Url, null);
        using var taken = await site.Api(person).DeleteAsync(Url);
        Assert.All([nobody, nobodysPage, deactivated, taken], answer => Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode));
    }

    private static async Task<string> TextAsync(HttpClient browser) => (await browser.PageAsync(Page)).QuerySelector("main")!.TextContent;

    private static async Task<JsonElement> AskedAtAsync(HttpClient api) => (await api.GetFromJsonAsync<JsonElement>(Url)).GetProperty("askedAt");

    private Task<List<OutboxEmail>> MailsAsync() => site.WithAsync<AuthDbContext, List<OutboxEmail>>(db =>
        db.Set<OutboxEmail>().AsNoTracking().Where(mail => mail.Kind == DeletionAskedMail.Kind).ToListAsync());

    private Task<OutgoingMail?> ComposeAsync(OutboxEmail mail) =>
        site.WithAsync<MailComposer, OutgoingMail?>(composer => composer.ComposeAsync(mail, default));
}
