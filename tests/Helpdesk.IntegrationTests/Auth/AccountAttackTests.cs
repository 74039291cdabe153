using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>What an attacker tries around the edges: forged hosts, another instance, a reset to get past the second factor, links left over.</summary>
public sealed class AccountAttackTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string Wrong = "surely not the password";
    private const string New = "a kettle, a comb, a bell";

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "localhost.evil.example")]
    [InlineData("X-Forwarded-Host", "evil.example")]
    [InlineData("Forwarded", "host=evil.example;proto=https")]
    [InlineData("X-Original-Host", "evil.example")]
    public async Task A_forged_host_changes_no_link_in_a_mail(string header, string value)
    {
        var (account, newcomer, next) = (await site.AccountAsync(), Accounts.NewEmail("new"), Accounts.NewEmail("next"));
        var api = await site.TokenOfAsync(account);
        var stranger = site.Program();
        api.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        stranger.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        (await stranger.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = account.Email })).Dispose();
        (await stranger.SignUpAsync(newcomer)).Dispose();
        (await stranger.SignUpAsync(account.Email)).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/change-email", new { newEmail = next })).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword = Accounts.Password, newPassword = New })).Dispose();

        var mails = new[] { account.Email, newcomer, next }.Select(site.MailsToAsync);
        foreach (var mail in (await Task.WhenAll(mails)).SelectMany(list => list))
        {
            if (await site.ComposedAsync(mail) is { } composed)
            {
                Assert.DoesNotContain("evil", composed.Text + composed.Html, StringComparison.Ordinal);
                Assert.Contains("http://localhost:8080/", composed.Text, StringComparison.Ordinal);
            }
        }

        // Headers that nobody is trusted with are passed over; a host that is not ours is not answered at all.
        Assert.Equal(header == "Host" ? 0 : 1, (await site.MailsToAsync(newcomer)).Count);
    }

    [Fact]
    public async Task Two_instances_count_the_tries_together()
    {
        await using var other = site.WithWebHostBuilder(builder => builder.UseSetting("Log:Level", "Error"));
        var account = await site.AccountAsync();
        var address = Accounts.NewAddress();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 6; i++)
        {
            var client = i % 2 == 0 ? site.Api() : other.CreateClient();
            using var answer = await Accounts.From(client, address).LogInAsync(account.Email, Wrong);
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.Unauthorized, 5), HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task A_new_password_by_mail_does_not_get_past_the_second_factor()
    {
        var account = await site.AccountAsync();
        var (key, _, api) = await site.EnrolAsync(account);
        (await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = account.Email })).Dispose();
        var token = await site.TokenMailedToAsync(account.Email);
        using var reset = await site.Program().PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword = New });
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/auth/me")).StatusCode);
        using var without = await site.Program().LogInAsync(account.Email, New);
        Assert.EndsWith("two-factor-required", (await without.JsonAsync()).Text("type"), StringComparison.Ordinal);
        using var with = await site.Program().LogInAsync(account.Email, New, site.NextCode(key));
        Assert.Equal(HttpStatusCode.OK, with.StatusCode);
    }

    [Theory]
    [InlineData("password")]
    [InlineData("address")]
    public async Task A_reset_link_is_void_after_a_change_of(string what)
    {
        var account = await site.AccountAsync();
        var api = await site.TokenOfAsync(account);
        (await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = account.Email })).Dispose();
        var token = await site.TokenMailedToAsync(account.Email);
        if (what == "password")
        {
            (await api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword = Accounts.Password, newPassword = New })).EnsureSuccessStatusCode();
        }
        else
        {
            var next = Accounts.NewEmail("next");
            (await api.PostAsJsonAsync("/api/v1/auth/change-email", new { newEmail = next })).EnsureSuccessStatusCode();
            (await api.PostAsJsonAsync("/api/v1/auth/confirm-email", new { token = await site.TokenMailedToAsync(next) })).EnsureSuccessStatusCode();
        }

        using var reset = await site.Program().PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword = "yet another long sentence" });
        Assert.Equal(HttpStatusCode.BadRequest, reset.StatusCode);
    }
}
