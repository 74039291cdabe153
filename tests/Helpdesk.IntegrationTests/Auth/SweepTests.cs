using System.Net;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sweep;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class SweepTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task What_can_no_longer_be_used_goes_and_what_lives_stays()
    {
        var account = await site.AccountAsync();
        using var oldLogin = await site.Program().LogInAsync(account.Email);
        using var oldSignUp = await site.Program().SignUpAsync(Accounts.NewEmail());
        Assert.Equal((1, 1, 1, 1, 1), await CountAsync());

        site.Clock.Advance(TimeSpan.FromDays(6));
        await SweepAsync();
        Assert.Equal((1, 0, 1, 1, 1), await CountAsync());

        site.Clock.Advance(TimeSpan.FromDays(2));
        await SweepAsync();
        Assert.Equal((1, 0, 1, 0, 0), await CountAsync());

        site.Clock.Advance(TimeSpan.FromDays(55));
        using var newLogin = await site.Program().LogInAsync(account.Email);
        using var newSignUp = await site.Program().SignUpAsync(Accounts.NewEmail());
        await SweepAsync();
        Assert.Equal((1, 1, 1, 1, 1), await CountAsync());
        using var still = await RefreshTests.RefreshAsync(site.Program(), (await newLogin.JsonAsync()).Text("refreshToken"));
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    /// <summary>As several instances would.</summary>
    private Task SweepAsync() => Task.WhenAll(Enumerable.Range(0, 4).Select(_ => site.WithAsync<Broom>(broom => broom.SweepAsync(default))));

    private Task<(int Sessions, int Access, int Refresh, int OneTime, int SignUps)> CountAsync() =>
        site.WithAsync<AuthDbContext, (int, int, int, int, int)>(async db => (
            await db.Sessions.CountAsync(),
            await db.AccessTokens.CountAsync(),
            await db.RefreshTokens.CountAsync(),
            await db.OneTimeTokens.CountAsync(token => token.Purpose == OneTimePurpose.VerifyEmail),
            await db.SignUps.CountAsync()));
}
