using System.Net;
using System.Net.Http.Headers;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class SessionTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task Signing_out_on_the_page_ends_the_session_itself()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var signedIn = await browser.SignInAsync(account.Email);
        var stolen = signedIn.Headers.GetValues("Set-Cookie").Single(value => value.StartsWith("session=", StringComparison.Ordinal)).Split(';')[0];

        using var signedOut = await browser.SubmitAsync("/signout", "main form");
        Assert.Equal("/signin", signedOut.Headers.Location!.OriginalString);
        Assert.Contains(signedOut.Headers.GetValues("Set-Cookie"), value => value.StartsWith("session=;", StringComparison.Ordinal));
        Assert.Contains("You are signed out.", (await browser.PageAsync("/signin")).QuerySelector("[role='status']")!.TextContent);

        var thief = site.Stranger();
        thief.DefaultRequestHeaders.Add("Cookie", stolen);
        using var turnedAway = await thief.GetAsync("/setup/site");
        Assert.StartsWith("/signin", turnedAway.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_menu_on_every_page_changes_the_theme_and_signs_out_at_once()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        var page = await browser.PageAsync("/kb");
        using var theme = await browser.SubmitAsync(page, "/kb", "form[action='/theme']", ("theme", "dark"));
        Assert.Equal("/kb", theme.Headers.Location!.OriginalString);
        using var signedOut = await browser.SubmitAsync(page, "/kb", "form[data-sign-out]");
        Assert.Equal("/signin", signedOut.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task A_sign_out_that_another_site_may_have_sent_asks_first()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        using var forged = await browser.PostAsync("/signout", new FormUrlEncodedContent([]));
        Assert.Equal("Sign out", (await forged.PageAsync()).QuerySelector("h1")!.TextContent);
        using var still = await site.Browser(person).GetAsync("/signin");
        Assert.Equal(HttpStatusCode.Redirect, still.StatusCode);
    }

    [Fact]
    public async Task Signing_out_where_the_session_has_ended_already_is_no_error()
    {
        using var nobody = await site.Stranger().PostAsync("/signout", new FormUrlEncodedContent([]));
        Assert.Equal("/signin", nobody.Headers.Location!.OriginalString);
        using var asked = await site.Stranger().GetAsync("/signout");
        Assert.Equal("/signin", asked.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Logging_out_ends_access_and_refresh_token()
    {
        var account = await site.AccountAsync();
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        var tokens = await login.JsonAsync();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
        using var loggedOut = await api.PostAsync("/api/v1/auth/logout", null);
        Assert.Equal(HttpStatusCode.NoContent, loggedOut.StatusCode);
        using var me = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
        using var refreshed = await RefreshTests.RefreshAsync(site.Program(), tokens.Text("refreshToken"));
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
    }

    [Fact]
    public async Task Devices_are_listed_and_each_can_be_ended()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var onPage = await browser.SignInAsync(account.Email);
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.JsonAsync()).Text("accessToken"));

        using var listed = await api.GetAsync("/api/v1/auth/sessions");
        var sessions = (await listed.JsonAsync()).EnumerateArray().ToList();
        Assert.Equal(2, sessions.Count);
        Assert.Equal(["id", "deviceLabel", "ipAddress", "createdAt", "lastSeenAt", "current"], sessions[0].EnumerateObject().Select(member => member.Name));
        Assert.True(sessions[0].GetProperty("current").GetBoolean());
        Assert.False(sessions[1].GetProperty("current").GetBoolean());

        using var ended = await api.DeleteAsync($"/api/v1/auth/sessions/{sessions[1].Text("id")}");
        Assert.Equal(HttpStatusCode.NoContent, ended.StatusCode);
        using var page = await browser.GetAsync("/setup/site");
        Assert.StartsWith("/signin", page.Headers.Location!.OriginalString);
        using var again = await api.DeleteAsync($"/api/v1/auth/sessions/{sessions[1].Text("id")}");
        Assert.Equal(HttpStatusCode.NotFound, again.StatusCode);
    }

    [Fact]
    public async Task Nobody_ends_the_sessions_of_others()
    {
        var victim = await site.EmployeeAsync();
        var sessionId = await site.WithAsync<AuthDbContext, Guid>(db =>
            db.Sessions.Where(session => session.UserId == victim.Id).Select(session => session.Id).FirstAsync());
        var stranger = await site.AdminAsync();
        using var answer = await site.Api(stranger).DeleteAsync($"/api/v1/auth/sessions/{sessionId}");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        using var still = await site.Api(victim).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task A_token_is_no_cookie_and_a_cookie_is_no_token()
    {
        var person = await site.EmployeeAsync();
        var withToken = site.Api(person);
        using var page = await withToken.GetAsync("/signin");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var api = await site.Browser(person).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        var cookieAsToken = site.Api();
        cookieAsToken.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", person.Cookie.Split('=', 2)[1]);
        using var mixed = await cookieAsToken.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, mixed.StatusCode);
    }

    [Fact]
    public async Task The_theme_is_kept_and_leads_back()
    {
        var person = await site.EmployeeAsync();
        var browser = site.Browser(person);
        var token = (await browser.PageAsync("/signout")).QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        foreach (var (theme, returnUrl, leadsTo) in new[] { ("dark", "/kb?q=x", "/kb?q=x"), ("light", "//evil.example", "/") })
        {
            using var changed = await browser.PostAsync("/theme", new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["theme"] = theme,
                ["returnUrl"] = returnUrl,
                ["__RequestVerificationToken"] = token,
            }));
            Assert.Equal(leadsTo, changed.Headers.Location!.OriginalString);
            Assert.Equal(theme, await site.WithAsync<AuthDbContext, string>(db =>
                db.Users.Where(user => user.Id == person.Id).Select(user => user.Theme).SingleAsync()));
        }

        using var unknown = await browser.PostAsync("/theme", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["theme"] = "neon",
            ["__RequestVerificationToken"] = token,
        }));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }
}

public sealed class SecureCookieTests(SecureSite site) : IClassFixture<SecureSite>
{
    [Fact]
    public async Task Over_https_the_cookie_is_bound_to_the_host()
    {
        var account = await site.AccountAsync();
        var browser = Accounts.From(site.Browser(), Accounts.NewAddress());
        browser.BaseAddress = new Uri(SecureSite.Address);
        using var signedIn = await browser.SignInAsync(account.Email);
        Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("__Host-session=", StringComparison.Ordinal));
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }
}
