using System.Net;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>The list of devices, who is told of a new one, and how long sessions live.</summary>
public sealed class DeviceTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task A_person_sees_where_they_are_signed_in_and_ends_one_or_all_others()
    {
        var account = await site.AccountAsync();
        var (here, there) = (await BrowserAsync(account), await BrowserAsync(account));
        var api = await site.TokenOfAsync(account);

        var page = await here.PageAsync("/account/devices");
        var rows = page.QuerySelectorAll(".device-list li");
        Assert.Equal(3, rows.Length);
        Assert.Contains("This device", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Firefox on Linux", rows[0].TextContent, StringComparison.Ordinal);
        var names = page.QuerySelectorAll(".device-list button").Select(button => button.TextContent.Trim()).ToList();
        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.Contains("2 other devices", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        using var ended = await here.SubmitAsync(page, "/account/devices", ".device-list form");
        Assert.Equal("/account/devices", ended.Headers.Location!.OriginalString);
        Assert.Equal(2, (await here.PageAsync("/account/devices")).QuerySelectorAll(".device-list li").Length);
        using var others = await here.SubmitAsync("/account/devices", "form[action='/account/devices/others/removal']");
        Assert.Contains("One other device is signed out.", (await here.FollowAsync(others)).Flash(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await there.GetAsync("/account/devices")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await here.GetAsync("/account/devices")).StatusCode);
    }

    [Fact]
    public async Task By_api_all_others_end_and_the_number_is_told()
    {
        var account = await site.AccountAsync();
        var (api, other) = (await site.TokenOfAsync(account), await site.TokenOfAsync(account));
        using var ended = await api.DeleteAsync("/api/v1/auth/sessions");
        Assert.Equal(1, (await ended.JsonAsync()).GetProperty("ended").GetInt32());
        Assert.Equal(HttpStatusCode.Unauthorized, (await other.GetAsync("/api/v1/auth/me")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/auth/me")).StatusCode);
    }

    [Fact]
    public async Task A_stranger_cannot_end_the_session_of_somebody_else()
    {
        var (owner, other) = (await site.AccountAsync(), await site.AccountAsync());
        var api = await site.TokenOfAsync(owner);
        var session = await site.WithAsync<AuthDbContext, Guid>(db => db.Sessions.Where(found => found.UserId == owner.Id).Select(found => found.Id).SingleAsync());
        var thief = await BrowserAsync(other);
        var page = await thief.PageAsync("/");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var tried = await thief.PostAsync($"/account/devices/{session}/removal", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal(HttpStatusCode.NotFound, tried.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/auth/me")).StatusCode);
    }

    [Fact]
    public async Task A_device_that_the_account_does_not_know_is_told_by_mail_once_and_the_first_is_not()
    {
        var account = await site.AccountAsync();
        var mine = await BrowserAsync(account);
        Assert.Empty(await site.MailsToAsync(account.Email));
        (await mine.SubmitAsync("/signout", "main form")).Dispose();
        (await mine.SignInAsync(account.Email)).Dispose();
        Assert.Empty(await site.MailsToAsync(account.Email));

        var unknown = await BrowserAsync(account);
        var mail = Assert.Single(await site.MailsToAsync(account.Email));
        Assert.Equal(NewSignInMail.Kind, mail.Kind);
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Equal("New sign-in on Firefox on Linux", composed.Subject);
        Assert.Contains("http://localhost:8080/forgot", composed.Text, StringComparison.Ordinal);
        Assert.NotNull(unknown);

        (await site.TokenOfAsync(account)).Dispose();
        Assert.Equal(2, (await site.MailsToAsync(account.Email)).Count);
    }

    [Fact]
    public async Task Many_sign_ins_of_one_new_program_at_once_all_succeed_and_tell_once()
    {
        var account = await site.AccountAsync();
        (await site.TokenOfAsync(account)).Dispose();
        var address = Accounts.NewAddress();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            using var answer = await Accounts.From(site.Api(), address).LogInAsync(account.Email);
            return answer.StatusCode;
        }));
        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Single(await site.MailsToAsync(account.Email));
    }

    [Fact]
    public async Task A_right_sign_in_that_meets_another_of_the_same_new_device_counts_as_one_try()
    {
        var account = await site.AccountAsync();
        using var program = site.Program();
        (await program.LogInAsync(account.Email)).Dispose();
        for (var wrong = 0; wrong < 4; wrong++)
        {
            (await program.LogInAsync(account.Email, "not this one")).Dispose();
        }

        var known = await site.WithAsync<AuthDbContext, KnownDevice>(db => db.KnownDevices.SingleAsync(device => device.UserId == account.Id));
        await site.WithAsync<AuthDbContext>(db => db.KnownDevices.Where(device => device.Id == known.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(device => device.Hash, Secret.Hash("another device"))));
        await using var other = await Holding.BeginAsync(
            site.ConnectionString, $"update auth.known_devices set hash = '\\x{Convert.ToHexString(known.Hash)}' where id = '{known.Id}'");
        var met = program.LogInAsync(account.Email);
        await Holding.WaitForBlockedAsync(site.ConnectionString, "auth.known_devices");
        await using var commit = new NpgsqlCommand("commit", other);
        await commit.ExecuteNonQueryAsync();

        using var answer = await met;
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData(false, false, 12 * 60, 4 * 60)]
    [InlineData(true, false, 30 * 24 * 60, 14 * 24 * 60)]
    [InlineData(false, true, 8 * 60, 60)]
    [InlineData(true, true, 8 * 60, 60)]
    public async Task A_session_ends_when_its_time_is_over_or_nobody_used_it(bool isKept, bool isAdmin, int wholeMinutes, int idleMinutes)
    {
        var account = await site.AccountAsync(role: isAdmin ? Role.Admin : Role.Employee);
        var (idle, busy) = (await BrowserAsync(account, isKept), await BrowserAsync(account, isKept));
        var left = wholeMinutes;
        for (var step = idleMinutes - 2; left > step; left -= step)
        {
            site.Clock.Advance(TimeSpan.FromMinutes(step));
            Assert.Equal(HttpStatusCode.OK, (await busy.GetAsync("/account/devices")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Redirect, (await idle.GetAsync("/account/devices")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(left + 1));
        Assert.Equal(HttpStatusCode.Redirect, (await busy.GetAsync("/account/devices")).StatusCode);
    }

    [Fact]
    public async Task Settings_change_how_long_new_sessions_live()
    {
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(SessionLifetimes.IdleHours, "1", null, CancellationToken.None));
        var browser = await BrowserAsync(await site.AccountAsync());
        site.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account/devices")).StatusCode);
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(SessionLifetimes.IdleHours, "4", null, CancellationToken.None));
    }

    private async Task<HttpClient> BrowserAsync(Account account, bool isKept = false)
    {
        var browser = site.Stranger();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd(Firefox);
        using var answer = await browser.SubmitAsync(
            "/signin", "main form", [("Form.Email", account.Email), ("Form.Password", Accounts.Password), .. isKept ? [("Form.Keep", "true")] : Array.Empty<(string, string)>()]);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return browser;
    }
}
