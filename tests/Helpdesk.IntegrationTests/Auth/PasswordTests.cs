using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.ForgotPassword;
using Helpdesk.Auth.ResetPassword;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class PasswordTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string New = "a kettle, a comb, a bell";
    private const string WorksNoMore = "This link does not work any more. Ask for a new one.";

    [Fact]
    public async Task A_forgotten_password_is_replaced_through_the_pages()
    {
        var account = await site.AccountAsync(user => user.EmailConfirmed = false);
        var browser = site.Stranger();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var asked = await browser.SubmitAsync("/forgot", "main form", ("Form.Email", account.Email));
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        Assert.Contains($"If {account.Email} has an account, a link is on its way. It works for 1 hour, once.", (await asked.PageAsync()).QuerySelector("main")!.TextContent);

        var mail = Assert.Single(await site.MailsToAsync(account.Email));
        Assert.Equal(PasswordResetMail.Kind, mail.Kind);
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Equal("Set a new password", composed.Subject);
        Assert.Contains("Firefox on Linux", composed.Text);
        var url = $"/reset?token={site.TokenIn(mail)}";
        Assert.Contains("http://localhost:8080" + url, composed.Text);

        using (var opened = await browser.GetAsync(url))
        {
            Assert.Equal("no-referrer", opened.Headers.GetValues("Referrer-Policy").Single());
        }

        using var weak = await browser.SubmitAsync(url, "main form", ("Form.NewPassword", "my kowalski password"));
        Assert.Equal(["This password contains your name. Choose another."], await weak.ProblemsAsync());
        using var changed = await browser.SubmitAsync(url, "main form", ("Form.NewPassword", New));
        Assert.Equal("/signin", changed.Headers.Location!.OriginalString);
        Assert.Contains("Your password is changed. Other devices are signed out. Sign in.", (await browser.PageAsync("/signin")).Body!.TextContent);
        Assert.Contains(WorksNoMore, (await browser.PageAsync(url)).QuerySelector("main")!.TextContent);

        using var old = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await site.Program().LogInAsync(account.Email, New);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        var told = (await site.MailsToAsync(account.Email))[^1];
        Assert.Equal(PasswordChangedMail.Kind, told.Kind);
        Assert.Equal("Your password was changed", (await site.ComposedAsync(told))!.Subject);
        Assert.Null(await site.ComposedAsync(mail));
    }

    [Fact]
    public async Task A_reset_through_the_api_ends_every_session()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var onPage = await browser.SignInAsync(account.Email);
        using var login = await site.Program().LogInAsync(account.Email);
        var token = await ForgotAsync(account.Email);
        using var reset = await ResetAsync(token);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        using var page = await browser.GetAsync("/setup/site");
        Assert.StartsWith("/signin", page.Headers.Location!.OriginalString);
        using var refreshed = await RefreshTests.RefreshAsync(site.Program(), (await login.JsonAsync()).Text("refreshToken"));
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
    }

    [Fact]
    public async Task The_answer_is_the_same_for_every_address()
    {
        var known = (await site.AccountAsync()).Email;
        var deactivated = (await site.AccountAsync(user => user.DeactivatedAt = site.Clock.GetUtcNow())).Email;
        var answers = new List<string>();
        foreach (var email in new[] { known, deactivated, Accounts.NewEmail() })
        {
            using var answer = await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email });
            answers.Add($"{answer.StatusCode} {await answer.Content.ReadAsStringAsync()} {string.Join(',', answer.Headers.Select(header => header.Key).Order())}");
        }

        Assert.StartsWith("Accepted", Assert.Single(answers.Distinct()));
        Assert.Empty(await site.MailsToAsync(deactivated));
        using var malformed = await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = "kim" });
        Assert.Equal(HttpStatusCode.BadRequest, malformed.StatusCode);
    }

    [Fact]
    public async Task Of_fifty_at_once_one_wins()
    {
        var account = await site.AccountAsync();
        var token = await ForgotAsync(account.Email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => ResetAsync(token, $"{New} number {i}")));
        var winner = Assert.Single(answers.Index(), answer => answer.Item.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
        using var signedIn = await site.Program().LogInAsync(account.Email, $"{New} number {winner.Index}");
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Single(await site.MailsToAsync(account.Email), mail => mail.Kind == PasswordChangedMail.Kind);
    }

    [Fact]
    public async Task A_link_is_void_after_an_hour_a_newer_one_or_a_deactivation()
    {
        var account = await site.AccountAsync();
        var first = await ForgotAsync(account.Email);
        var second = await ForgotAsync(account.Email);
        foreach (var bad in new[] { first, "made-up", "" })
        {
            using var refused = await ResetAsync(bad);
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
            Assert.Equal(WorksNoMore, (await refused.JsonAsync()).GetProperty("errors").GetProperty("token")[0].GetString());
        }

        site.Clock.Advance(TimeSpan.FromMinutes(61));
        using var late = await ResetAsync(second);
        Assert.Equal(HttpStatusCode.BadRequest, late.StatusCode);
    }

    [Fact]
    public async Task A_link_for_one_thing_does_not_do_another()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var verification = await site.TokenMailedToAsync(email);
        using var reset = await ResetAsync(verification);
        Assert.Equal(HttpStatusCode.BadRequest, reset.StatusCode);
        var account = await site.AccountAsync();
        using var verified = await site.Program().PostAsJsonAsync("/api/v1/auth/verify-email", new { token = await ForgotAsync(account.Email) });
        Assert.Equal(HttpStatusCode.BadRequest, verified.StatusCode);
    }

    [Fact]
    public async Task After_a_reset_nobody_waits_for_earlier_tries()
    {
        var account = await site.AccountAsync();
        var api = site.Program();
        for (var i = 0; i < 6; i++)
        {
            using var wrong = await api.LogInAsync(account.Email, "not the right password");
        }

        using var reset = await api.PostAsJsonAsync("/api/v1/auth/reset-password", new { token = await ForgotAsync(account.Email), newPassword = New });
        using var signedIn = await api.LogInAsync(account.Email, New);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
    }

    [Fact]
    public async Task One_mailbox_is_not_flooded()
    {
        var account = await site.AccountAsync();
        for (var i = 0; i < 5; i++)
        {
            await ForgotAsync(account.Email);
        }

        using var page = await site.Stranger().SubmitAsync("/forgot", "main form", ("Form.Email", account.Email));
        Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
        Assert.Equal(["Too many tries. Wait 60 minutes."], await page.ProblemsAsync());
    }

    [Fact]
    public async Task A_change_asks_for_the_present_password_and_ends_the_other_sessions()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var onPage = await browser.SignInAsync(account.Email);
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.JsonAsync()).Text("accessToken"));
        var link = await ForgotAsync(account.Email);

        using var wrong = await ChangeAsync(api, "not the right password", New);
        Assert.Equal("That is not your present password.", (await wrong.JsonAsync()).GetProperty("errors").GetProperty("currentPassword")[0].GetString());
        using var weak = await ChangeAsync(api, Accounts.Password, "short");
        Assert.Equal("Use at least 12 characters. A sentence is good.", (await weak.JsonAsync()).GetProperty("errors").GetProperty("newPassword")[0].GetString());
        using var changed = await ChangeAsync(api, Accounts.Password, New);
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        using var me = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, me.StatusCode);
        using var page = await browser.GetAsync("/setup/site");
        Assert.StartsWith("/signin", page.Headers.Location!.OriginalString);
        using var voided = await ResetAsync(link);
        Assert.Equal(HttpStatusCode.BadRequest, voided.StatusCode);
        Assert.Contains(await site.MailsToAsync(account.Email), mail => mail.Kind == PasswordChangedMail.Kind);
    }

    [Fact]
    public async Task The_present_password_cannot_be_guessed_with_a_stolen_session()
    {
        var account = await site.AccountAsync();
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await login.JsonAsync()).Text("accessToken"));
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await ChangeAsync(api, "not the right password", New);
        }

        using var slowed = await ChangeAsync(api, Accounts.Password, New);
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.StatusCode);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient api, string currentPassword, string newPassword) =>
        api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword, newPassword });

    private Task<HttpResponseMessage> ResetAsync(string token, string newPassword = New) =>
        site.Program().PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword });

    private async Task<string> ForgotAsync(string email)
    {
        using var asked = await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email });
        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        return site.TokenIn((await site.MailsToAsync(email)).Last(mail => mail.Kind == PasswordResetMail.Kind));
    }
}
