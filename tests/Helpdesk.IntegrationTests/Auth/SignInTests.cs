using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passwords;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class SignInTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string NoMatch = "That e-mail address and password do not match. Check both, or reset your password.";

    [Fact]
    public async Task The_page_opens_a_session_for_this_browser()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        browser.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0");
        using var signedIn = await browser.SignInAsync($" {account.Email.ToUpperInvariant()} ");
        Assert.Equal("/", signedIn.Headers.Location!.OriginalString);
        var cookie = Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);

        var session = Assert.Single(await SessionsOfAsync(account.Id));
        Assert.Equal("Firefox on Windows", session.DeviceLabel);
        Assert.StartsWith("10.", session.IpAddress);
        Assert.Equal(TimeSpan.FromHours(12), session.ExpiresAt - session.CreatedAt);
        Assert.False(session.IsPersistent);
        using var home = await browser.GetAsync("/signin");
        Assert.Equal("/", home.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Keep_me_signed_in_makes_a_cookie_of_thirty_days()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var signedIn = await browser.SubmitAsync(
            "/signin", "main form", ("Form.Email", account.Email), ("Form.Password", Accounts.Password), ("Form.Keep", "true"));
        Assert.Contains("expires=", Assert.Single(signedIn.Headers.GetValues("Set-Cookie"), value => value.StartsWith("session=", StringComparison.Ordinal)));
        // Every fortnight is enough.
        foreach (var days in new[] { 13, 13, 3 })
        {
            site.Clock.Advance(TimeSpan.FromDays(days));
            using var still = await browser.GetAsync("/signin");
            Assert.Equal("/", still.Headers.Location!.OriginalString);
        }

        site.Clock.Advance(TimeSpan.FromDays(1.1));
        using var over = await browser.GetAsync("/signin");
        Assert.Equal(HttpStatusCode.OK, over.StatusCode);
    }

    [Fact]
    public async Task The_api_gives_tokens_and_the_person()
    {
        var account = await site.AccountAsync();
        var api = site.Program();
        using var answer = await api.PostAsJsonAsync(
            "/api/v1/auth/login", new { email = account.Email, password = Accounts.Password, twoFactorCode = "123456", deviceLabel = "Report printer" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var body = await answer.JsonAsync();
        Assert.Equal(["accessToken", "tokenType", "expiresIn", "refreshToken", "user"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal("Bearer", body.Text("tokenType"));
        Assert.Equal(900, body.GetProperty("expiresIn").GetInt32());
        Assert.Equal(
            ["id", "email", "name", "role", "isActive", "emailVerified", "twoFactorEnabled", "timeZone", "language", "createdAt"],
            body.GetProperty("user").EnumerateObject().Select(member => member.Name));
        Assert.Equal("Report printer", Assert.Single(await SessionsOfAsync(account.Id)).DeviceLabel);

        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", body.Text("accessToken"));
        using var me = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(account.Id, (await me.JsonAsync()).GetProperty("id").GetGuid());
        site.Clock.Advance(TimeSpan.FromMinutes(15.1));
        using var tooLate = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, tooLate.StatusCode);
    }

    [Fact]
    public async Task Unknown_wrong_deactivated_and_unverified_look_the_same_at_both_doors()
    {
        var known = (await site.AccountAsync()).Email;
        var deactivated = (await site.AccountAsync(user => user.DeactivatedAt = site.Clock.GetUtcNow())).Email;
        var unverified = (await site.AccountAsync(user => user.EmailConfirmed = false)).Email;
        var withoutPassword = (await site.AccountAsync(user => user.PasswordHash = null)).Email;
        (string Email, string Password)[] tries =
        [
            (known, "not the right password"),
            (Accounts.NewEmail(), Accounts.Password),
            (deactivated, Accounts.Password),
            (unverified, Accounts.Password),
            (withoutPassword, Accounts.Password),
        ];
        var api = new List<string>();
        var pages = new List<string>();
        foreach (var (email, password) in tries)
        {
            using var refused = await site.Program().LogInAsync(email, password);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            var body = await refused.JsonAsync();
            Assert.Equal(NoMatch, body.Text("detail"));
            Assert.Equal("/problems/no-match", body.Text("type"));
            api.Add(Describe(refused) + body.ToString().Replace(body.Text("traceId"), "", StringComparison.Ordinal));

            using var page = await site.Stranger().SignInAsync(email, password);
            Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
            var document = await page.PageAsync();
            Assert.Equal(NoMatch, document.QuerySelector(".error-summary li")!.TextContent.Trim());
            Assert.Equal(email, document.QuerySelector("[name='Form.Email']")!.GetAttribute("value"));
            pages.Add(Describe(page) + document.QuerySelector("main")!.OuterHtml
                .Replace(email, "", StringComparison.Ordinal)
                .Replace(document.QuerySelector("[name='__RequestVerificationToken']")!.GetAttribute("value")!, "", StringComparison.Ordinal));
        }

        Assert.Single(api.Distinct());
        Assert.Single(pages.Distinct());
    }

    [Fact]
    public async Task A_password_is_the_same_however_its_characters_were_composed()
    {
        var composed = "Größenwahn am Äquator".Normalize(System.Text.NormalizationForm.FormC);
        var account = await site.AccountAsync();
        await site.WithAsync<AuthDbContext>(async db =>
        {
            var user = await db.Users.SingleAsync(user => user.Id == account.Id);
            user.SetPassword((await site.Services.GetRequiredService<PasswordHashes>().HashAsync(composed, default)).Value!);
            await db.SaveChangesAsync();
        });
        using var decomposed = await site.Program().LogInAsync(account.Email, composed.Normalize(System.Text.NormalizationForm.FormD));
        Assert.Equal(HttpStatusCode.OK, decomposed.StatusCode);
        using var trimmed = await site.Program().LogInAsync(account.Email, composed + " ");
        Assert.Equal(HttpStatusCode.Unauthorized, trimmed.StatusCode);
    }

    [Fact]
    public async Task An_old_hash_is_renewed_when_its_owner_signs_in()
    {
        var old = Sodium.Hash(System.Text.Encoding.UTF8.GetBytes(Accounts.Password), 1, 8u << 20);
        var account = await site.AccountAsync(user => user.PasswordHash = old);
        using var wrong = await site.Program().LogInAsync(account.Email, "not the right password");
        Assert.Equal(old, await HashOfAsync(account.Id));
        using var right = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", await HashOfAsync(account.Id));
        using var again = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task Empty_fields_are_named()
    {
        using var page = await site.Stranger().SignInAsync("", "");
        Assert.Equal(["Enter a password.", "Enter an e-mail address."], (await page.ProblemsAsync()).Order(StringComparer.Ordinal));
        using var api = await site.Program().LogInAsync("", "");
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
    }

    [Fact]
    public async Task Each_sign_in_is_a_new_session_and_ends_the_one_before_in_this_browser()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        // Two tabs: both show the form, then both are sent.
        var secondTab = await browser.PageAsync("/signin");
        using var first = await browser.SignInAsync(account.Email);
        using var second = await browser.SubmitAsync(secondTab, "/signin?returnUrl=%2Fkb", "main form", ("Form.Email", account.Email), ("Form.Password", Accounts.Password));
        Assert.Equal("/kb", second.Headers.Location!.OriginalString);
        Assert.Single(await SessionsOfAsync(account.Id));

        var planted = (await SessionsOfAsync(account.Id))[0].Id;
        var token = (await browser.PageAsync("/signout")).QuerySelector("main [name='__RequestVerificationToken']")!.GetAttribute("value")!;
        using var again = await browser.PostAsync("/signin", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form.Email"] = account.Email,
            ["Form.Password"] = Accounts.Password,
            ["__RequestVerificationToken"] = token,
        }));
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        var sessions = await SessionsOfAsync(account.Id);
        Assert.Equal(2, sessions.Count);
        Assert.NotNull(sessions.Single(session => session.Id == planted).EndedAt);
    }

    [Fact]
    public async Task A_form_without_its_token_is_asked_again()
    {
        var account = await site.AccountAsync();
        using var answer = await site.Stranger().PostAsync("/signin", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["Form.Email"] = account.Email,
            ["Form.Password"] = Accounts.Password,
        }));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(["This page was open for a long time. Sign in again."], await answer.ProblemsAsync());
        Assert.Empty(await SessionsOfAsync(account.Id));
    }

    [Fact]
    public async Task The_framework_s_user_manager_knows_our_hashes()
    {
        var account = await site.AccountAsync();
        await using var scope = site.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<User>>();
        var user = await users.FindByEmailAsync(account.Email);
        Assert.True(await users.CheckPasswordAsync(user!, Accounts.Password));
        Assert.False(await users.CheckPasswordAsync(user!, "not the right password"));
    }

    private static string Describe(HttpResponseMessage response) =>
        $"{response.StatusCode} {string.Join(',', response.Headers.Select(header => header.Key).Order())} {response.Headers.WwwAuthenticate} {response.Content.Headers.ContentType}\n";

    private Task<List<Session>> SessionsOfAsync(Guid userId) => site.WithAsync<AuthDbContext, List<Session>>(db =>
        db.Sessions.AsNoTracking().Where(session => session.UserId == userId).OrderBy(session => session.CreatedAt).ToListAsync());

    private Task<string?> HashOfAsync(Guid userId) => site.WithAsync<AuthDbContext, string?>(db =>
        db.Users.Where(user => user.Id == userId).Select(user => user.PasswordHash).SingleAsync());
}
