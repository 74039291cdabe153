using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Refresh;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class RefreshTests(AuthSite site) : IClassFixture<AuthSite>
{
    internal static Task<HttpResponseMessage> RefreshAsync(HttpClient api, string refreshToken) =>
        api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken });

    [Fact]
    public async Task A_refresh_token_gives_new_tokens_for_the_same_session()
    {
        var account = await site.AccountAsync();
        using var login = await site.Program().LogInAsync(account.Email);
        site.Clock.Advance(TimeSpan.FromMinutes(20));
        using var answer = await RefreshAsync(site.Program(), (await login.JsonAsync()).Text("refreshToken"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
        var body = await answer.JsonAsync();
        Assert.Equal(["accessToken", "tokenType", "expiresIn", "refreshToken", "user"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(HttpStatusCode.OK, await MeAsync(body.Text("accessToken")));
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Sessions.CountAsync(session => session.UserId == account.Id)));
    }

    [Fact]
    public async Task A_spent_token_ends_the_session_and_its_owner_is_told()
    {
        var account = await site.AccountAsync();
        using var login = await site.Program().LogInAsync(account.Email);
        var first = (await login.JsonAsync()).Text("refreshToken");
        using var renewed = await RefreshAsync(site.Program(), first);
        var fresh = await renewed.JsonAsync();

        using var replayed = await RefreshAsync(site.Program(), first);
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await MeAsync(fresh.Text("accessToken")));
        using var owner = await RefreshAsync(site.Program(), fresh.Text("refreshToken"));
        Assert.Equal(HttpStatusCode.Unauthorized, owner.StatusCode);

        using var onceMore = await RefreshAsync(site.Program(), first);
        var mail = Assert.Single(await site.MailsToAsync(account.Email));
        Assert.Equal(StolenTokenMail.Kind, mail.Kind);
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Equal("We signed out one of your devices", composed.Subject);
        Assert.Contains("http://localhost:8080/forgot", composed.Text);
    }

    [Fact]
    public async Task Of_fifty_at_once_one_wins_and_one_mail_is_written()
    {
        var account = await site.AccountAsync();
        using var login = await site.Program().LogInAsync(account.Email);
        var token = (await login.JsonAsync()).Text("refreshToken");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => RefreshAsync(site.Program(), token)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Single(await site.MailsToAsync(account.Email));
    }

    [Fact]
    public async Task Unknown_old_and_deactivated_are_refused_alike()
    {
        var account = await site.AccountAsync();
        using var login = await site.Program().LogInAsync(account.Email);
        var token = (await login.JsonAsync()).Text("refreshToken");
        using var unknown = await RefreshAsync(site.Program(), "made-up");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        using var deactivated = await RefreshAsync(site.Program(), token);
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, (DateTimeOffset?)null)));
        site.Clock.Advance(TimeSpan.FromDays(30.1));
        using var old = await RefreshAsync(site.Program(), token);
        foreach (var answer in new[] { unknown, deactivated, old })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
            Assert.Equal("/problems/refresh-refused", (await answer.JsonAsync()).Text("type"));
        }
    }

    [Fact]
    public async Task Tokens_are_kept_as_hashes_alone()
    {
        var account = await site.AccountAsync();
        using var login = await site.Program().LogInAsync(account.Email);
        var body = await login.JsonAsync();
        await site.WithAsync<AuthDbContext>(async db =>
        {
            var session = await db.Sessions.SingleAsync(session => session.UserId == account.Id);
            var access = await db.AccessTokens.SingleAsync(token => token.SessionId == session.Id);
            var refresh = await db.RefreshTokens.SingleAsync(token => token.SessionId == session.Id);
            Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body.Text("accessToken"))), access.Hash);
            Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(body.Text("refreshToken"))), refresh.Hash);
            Assert.Equal(TimeSpan.FromDays(30), refresh.ExpiresAt - session.CreatedAt);
        });
    }

    private async Task<HttpStatusCode> MeAsync(string accessToken)
    {
        var api = site.Program();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var answer = await api.GetAsync("/api/v1/auth/me");
        return answer.StatusCode;
    }
}
