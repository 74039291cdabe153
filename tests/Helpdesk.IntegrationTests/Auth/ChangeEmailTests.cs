using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SignUp;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Another e-mail address: confirmed at the new one, told to the old one, by page and by API.</summary>
public sealed class ChangeEmailTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task By_pages_the_address_changes_when_it_is_confirmed_and_not_before()
    {
        var account = await site.AccountAsync();
        var next = Accounts.NewEmail("next");
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        using var wrong = await browser.SubmitAsync("/account/email", "main form", ("Form.NewEmail", "kim at example"));
        Assert.Equal(["Enter an e-mail address like name@example.com."], await wrong.ProblemsAsync());
        using var same = await browser.SubmitAsync("/account/email", "main form", ("Form.NewEmail", account.Email.ToUpperInvariant()));
        Assert.Equal(["That is your address already."], await same.ProblemsAsync());
        using var asked = await browser.SubmitAsync("/account/email", "main form", ("Form.NewEmail", next));
        Assert.Contains($"Until then {account.Email} stays.", (await asked.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var mail = Assert.Single(await site.MailsToAsync(next));
        var link = $"/verify/change?token={site.TokenIn(mail)}";
        Assert.Contains("http://localhost:8080" + link, (await site.ComposedAsync(mail))!.Text, StringComparison.Ordinal);
        var reader = site.Stranger();
        for (var i = 0; i < 2; i++)
        {
            using var opened = await reader.GetAsync(link);
            Assert.Equal("no-referrer", opened.Headers.GetValues("Referrer-Policy").Single());
        }

        Assert.Equal(account.Email, (await site.UserAsync(account.Id)).Email);
        using var confirmed = await reader.SubmitAsync(link, "main form");
        Assert.Equal("/signin", confirmed.Headers.Location!.OriginalString);
        using var old = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await site.Program().LogInAsync(next);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
        var told = Assert.Single(await site.MailsToAsync(account.Email), sent => sent.Kind == AddressChangedMail.Kind);
        Assert.Contains("Tell an administrator", (await site.ComposedAsync(told))!.Text, StringComparison.Ordinal);
        Assert.Contains("does not work any more", (await reader.PageAsync(link)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_many_who_press_the_button_at_once_one_wins()
    {
        var (account, next) = (await site.AccountAsync(), Accounts.NewEmail("next"));
        await AskAsync(await site.TokenOfAsync(account), next);
        var token = await site.TokenMailedToAsync(next);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var answer = await site.Program().PostAsJsonAsync("/api/v1/auth/confirm-email", new { token });
            return answer.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.NoContent);
        Assert.Equal(next, (await site.UserAsync(account.Id)).Email);
    }

    [Theory]
    [InlineData("newer")]
    [InlineData("password")]
    [InlineData("late")]
    [InlineData("taken")]
    public async Task A_link_is_void_after(string what)
    {
        var (account, next) = (await site.AccountAsync(), Accounts.NewEmail("next"));
        var api = await site.TokenOfAsync(account);
        await AskAsync(api, next);
        var token = await site.TokenMailedToAsync(next);
        switch (what)
        {
            case "newer":
                await AskAsync(api, Accounts.NewEmail("newer"));
                break;
            case "password":
                (await api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword = Accounts.Password, newPassword = "a kettle, a comb, a bell" })).EnsureSuccessStatusCode();
                break;
            case "late":
                site.Clock.Advance(TimeSpan.FromHours(24.1));
                break;
            default:
                await site.AccountAsync(user =>
                {
                    user.Email = user.UserName = next;
                    user.NormalizedEmail = user.NormalizedUserName = next.ToUpperInvariant();
                });
                break;
        }

        using var answer = await site.Program().PostAsJsonAsync("/api/v1/auth/confirm-email", new { token });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(account.Email, (await site.UserAsync(account.Id)).Email);
    }

    [Fact]
    public async Task The_answer_does_not_tell_whether_somebody_has_the_address()
    {
        var (account, owner) = (await site.AccountAsync(), await site.AccountAsync());
        var api = await site.TokenOfAsync(account);
        using var taken = await api.PostAsJsonAsync("/api/v1/auth/change-email", new { newEmail = owner.Email });
        using var free = await api.PostAsJsonAsync("/api/v1/auth/change-email", new { newEmail = Accounts.NewEmail("free") });
        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Accepted), (taken.StatusCode, free.StatusCode));
        Assert.Equal(await free.Content.ReadAsStringAsync(), await taken.Content.ReadAsStringAsync());
        Assert.Equal(TakenAddressMail.Kind, Assert.Single(await site.MailsToAsync(owner.Email)).Kind);
    }

    [Fact]
    public async Task It_asks_who_it_is_when_that_was_long_ago()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var asked = await browser.GetAsync("/account/email");
        Assert.Equal("/account/confirm?returnUrl=%2Faccount%2Femail", asked.Headers.Location!.OriginalString);
        using var wrong = await browser.SubmitAsync(asked.Headers.Location.OriginalString, "main form", ("Form.Password", "not this one, never"));
        Assert.Equal(["That is not your present password."], await wrong.ProblemsAsync());
        using var proven = await browser.SubmitAsync(asked.Headers.Location.OriginalString, "main form", ("Form.Password", Accounts.Password));
        Assert.Equal("/account/email", proven.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/account/email")).StatusCode);
    }

    private static async Task AskAsync(HttpClient api, string newEmail) =>
        (await api.PostAsJsonAsync("/api/v1/auth/change-email", new { newEmail })).EnsureSuccessStatusCode();
}
