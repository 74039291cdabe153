using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>What takes access away takes it on every channel: page, API token, refresh token, event stream.</summary>
public sealed class RevocationTests(AuthSite site) : IClassFixture<AuthSite>
{
    private static readonly TimeSpan StreamEndsWithin = TimeSpan.FromSeconds(5);

    public static TheoryData<string> Acts() => ["sign-out", "end-session", "end-others", "deactivate", "change-password", "reset-password"];

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Nothing_of_the_session_works_any_more(string act)
    {
        var person = await SignInAsync(Role.Agent);
        await ActAsync(act, person);

        Assert.Equal(HttpStatusCode.Redirect, (await person.Browser.GetAsync("/queue")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.Api.GetAsync("/api/v1/admin/tickets")).StatusCode);
        using var refreshed = await site.Program().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken });
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
        await EndsAsync(person);
    }

    [Fact]
    public async Task Who_is_demoted_loses_what_the_role_had_on_the_next_request()
    {
        var person = await SignInAsync(Role.Agent);
        var admin = await site.AdminAsync();
        await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(person.Account.Id, new() { Role = "employee" }, Admin(admin), CancellationToken.None));
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Browser.GetAsync("/queue")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.Api.GetAsync("/api/v1/admin/tickets")).StatusCode);
        using var refreshed = await site.Program().PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = person.RefreshToken });
        var api = site.Program();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await refreshed.JsonAsync()).Text("accessToken"));
        Assert.Equal(HttpStatusCode.Forbidden, (await api.GetAsync("/api/v1/admin/tickets")).StatusCode);
    }

    [Fact]
    public async Task A_new_admin_does_not_keep_the_long_session_of_before()
    {
        var person = await SignInAsync(Role.Agent, isKept: true);
        var admin = await site.AdminAsync();
        await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(person.Account.Id, new() { Role = "admin" }, Admin(admin), CancellationToken.None));
        Assert.Equal(HttpStatusCode.OK, (await person.Browser.GetAsync("/admin")).StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(65));
        Assert.Equal(HttpStatusCode.Redirect, (await person.Browser.GetAsync("/admin")).StatusCode);
    }

    private async Task ActAsync(string act, SignedInPerson person)
    {
        switch (act)
        {
            case "sign-out":
                (await person.Browser.SubmitAsync("/signout", "main form")).Dispose();
                (await person.Api.PostAsync("/api/v1/auth/logout", null)).EnsureSuccessStatusCode();
                break;
            case "end-session":
                var mine = await site.TokenOfAsync(person.Account);
                foreach (var session in (await (await mine.GetAsync("/api/v1/auth/sessions")).JsonAsync()).EnumerateArray().Where(session => !session.GetProperty("current").GetBoolean()))
                {
                    (await mine.DeleteAsync($"/api/v1/auth/sessions/{session.GetProperty("id").GetGuid()}")).EnsureSuccessStatusCode();
                }

                break;
            case "end-others":
                (await (await site.TokenOfAsync(person.Account)).DeleteAsync("/api/v1/auth/sessions")).EnsureSuccessStatusCode();
                break;
            case "deactivate":
                var admin = await site.AdminAsync();
                await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(person.Account.Id, new() { IsActive = false }, Admin(admin), CancellationToken.None));
                break;
            case "change-password":
                (await (await site.TokenOfAsync(person.Account)).PostAsJsonAsync(
                    "/api/v1/auth/change-password", new { currentPassword = Accounts.Password, newPassword = "a kettle, a comb, a bell" })).EnsureSuccessStatusCode();
                break;
            default:
                (await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = person.Account.Email })).EnsureSuccessStatusCode();
                var token = await site.TokenMailedToAsync(person.Account.Email);
                (await site.Program().PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword = "a kettle, a comb, a bell" })).EnsureSuccessStatusCode();
                break;
        }
    }

    private static async Task EndsAsync(SignedInPerson person)
    {
        var since = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await person.Stream.ReadLineAsync(patience.Token) is not null)
        {
        }

        // One look of five seconds, and what a loaded machine takes to do it.
        Assert.True(since.Elapsed < StreamEndsWithin + TimeSpan.FromSeconds(5), $"The stream ended after {since.Elapsed}.");
    }

    private async Task<SignedInPerson> SignInAsync(Role role, bool isKept = false)
    {
        var account = await site.AccountAsync(role: role);
        var browser = site.Stranger();
        (await browser.SubmitAsync(
            "/signin", "main form", [("Form.Email", account.Email), ("Form.Password", Accounts.Password), .. isKept ? [("Form.Keep", "true")] : Array.Empty<(string, string)>()])).Dispose();
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        var tokens = await login.JsonAsync();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/queue")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/admin/tickets")).StatusCode);
        var stream = await browser.GetAsync("/events", HttpCompletionOption.ResponseHeadersRead);
        var lines = new StreamReader(await stream.Content.ReadAsStreamAsync());
        Assert.NotNull(await lines.ReadLineAsync());
        return new SignedInPerson(account, browser, api, tokens.Text("refreshToken"), lines);
    }

    private static CurrentUser Admin(Person admin) => new() { Id = admin.Id, IsStaff = true, IsAdmin = true };

    private sealed record SignedInPerson(Account Account, HttpClient Browser, HttpClient Api, string RefreshToken, StreamReader Stream);
}
