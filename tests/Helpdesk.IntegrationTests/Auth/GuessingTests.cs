using System.Net;
using Helpdesk.Auth.Passwords;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class GuessingTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string Wrong = "not the right password";

    [Fact]
    public async Task Waits_grow_and_end()
    {
        var account = await site.AccountAsync();
        var (browser, program) = SameNetwork();
        for (var i = 0; i < 5; i++)
        {
            using var wrong = await program.LogInAsync(account.Email, Wrong);
            Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        }

        // Also the right one, or a guess would be told by its answer.
        using (var api = await program.LogInAsync(account.Email))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, api.StatusCode);
            Assert.InRange(api.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5));
        }

        using (var page = await browser.SignInAsync(account.Email))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, page.StatusCode);
            Assert.Equal(["Too many tries. Wait 5 minutes, or reset your password."], await page.ProblemsAsync());
        }

        site.Clock.Advance(TimeSpan.FromMinutes(5.1));
        for (var round = 0; round < 2; round++)
        {
            for (var i = 0; i < 5; i++)
            {
                using var wrong = await program.LogInAsync(account.Email, Wrong);
                Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
            }

            site.Clock.Advance(TimeSpan.FromMinutes(5.1));
        }

        using (var longer = await program.LogInAsync(account.Email))
        {
            Assert.Equal(HttpStatusCode.TooManyRequests, longer.StatusCode);
            Assert.True(longer.Headers.RetryAfter!.Delta > TimeSpan.FromMinutes(30));
        }

        site.Clock.Advance(TimeSpan.FromHours(1));
        using var atLast = await program.LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, atLast.StatusCode);
    }

    [Fact]
    public async Task A_stranger_elsewhere_does_not_keep_the_owner_out()
    {
        var account = await site.AccountAsync();
        var stranger = site.Program();
        for (var i = 0; i < 20; i++)
        {
            using var wrong = await stranger.LogInAsync(account.Email, Wrong);
        }

        using var owner = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, owner.StatusCode);
    }

    [Fact]
    public async Task Many_networks_together_are_slowed_down_as_well()
    {
        var account = await site.AccountAsync();
        for (var i = 0; i < 15; i++)
        {
            var program = site.Program();
            for (var j = 0; j < 4; j++)
            {
                using var wrong = await program.LogInAsync(account.Email, Wrong);
            }
        }

        using var another = await site.Program().LogInAsync(account.Email, Wrong);
        Assert.Equal(HttpStatusCode.TooManyRequests, another.StatusCode);
    }

    [Fact]
    public async Task One_network_cannot_try_many_addresses_and_unknown_ones_count_alike()
    {
        var address = Accounts.NewAddress();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 101; i++)
        {
            using var answer = await Accounts.From(site.Api(), address).LogInAsync($"nobody{i}@example.com", Wrong);
            statuses.Add(answer.StatusCode);
        }

        Assert.All(statuses.Take(100), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[100]);
    }

    [Fact]
    public async Task Neighbours_in_one_network_of_IPv6_are_one()
    {
        var account = await site.AccountAsync();
        for (var i = 1; i <= 5; i++)
        {
            using var wrong = await Accounts.From(site.Api(), $"2001:db8:1:2::{i:x}").LogInAsync(account.Email, Wrong);
        }

        using var neighbour = await Accounts.From(site.Api(), "2001:db8:1:2:ffff::1").LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.TooManyRequests, neighbour.StatusCode);
        using var elsewhere = await Accounts.From(site.Api(), "2001:db8:1:3::1").LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, elsewhere.StatusCode);
    }

    [Fact]
    public async Task Signing_in_rightly_uses_nothing_up()
    {
        var account = await site.AccountAsync();
        var program = site.Program();
        for (var i = 0; i < 20; i++)
        {
            using var right = await program.LogInAsync(account.Email);
            Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        }
    }

    [Fact]
    public async Task A_forged_forwarded_address_changes_nothing()
    {
        var account = await site.AccountAsync();
        var address = Accounts.NewAddress();
        HttpStatusCode last = default;
        for (var i = 0; i < 6; i++)
        {
            var program = Accounts.From(site.Api(), address);
            program.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{i}");
            using var answer = await program.LogInAsync(account.Email, Wrong);
            last = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last);
    }

    [Fact]
    public async Task Many_tries_at_once_are_counted_before_they_are_checked()
    {
        var account = await site.AccountAsync();
        var address = Accounts.NewAddress();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Accounts.From(site.Api(), address).LogInAsync(account.Email, Wrong)));
        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
        Assert.Equal(25, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
    }

    [Fact]
    public async Task A_full_house_says_when_to_come_back()
    {
        using var one = new PasswordHashes(1, TimeSpan.FromMilliseconds(1));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => one.VerifyAsync(null, Wrong, default)));
        var later = Assert.IsType<Refusal.Later>(outcomes.First(outcome => outcome.Refusal is not null).Refusal);
        Assert.True(later.HouseIsFull);
        Assert.Contains(outcomes, outcome => outcome.Value is { IsRight: false });
    }

    [Fact]
    public async Task Many_sign_ins_at_once_are_served_or_told_when_to_come_back()
    {
        var account = await site.AccountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => site.Program().LogInAsync(account.Email)));
        Assert.All(answers, answer => Assert.True(
            answer.StatusCode == HttpStatusCode.OK || (answer.StatusCode == HttpStatusCode.ServiceUnavailable && answer.Headers.RetryAfter is not null),
            answer.StatusCode.ToString()));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
    }

    private (HttpClient Browser, HttpClient Program) SameNetwork()
    {
        var address = Accounts.NewAddress();
        return (Accounts.From(site.Browser(), address), Accounts.From(site.Api(), address));
    }
}
