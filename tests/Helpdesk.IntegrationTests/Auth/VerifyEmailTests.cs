using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class VerifyEmailTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task Opening_the_link_spends_nothing_and_the_button_makes_the_account()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var id = (await signedUp.JsonAsync()).GetProperty("id").GetGuid();
        var url = $"/verify?token={await site.TokenMailedToAsync(email)}";
        var browser = site.Stranger();
        using (var opened = await browser.GetAsync(url))
        {
            Assert.Equal("no-referrer", opened.Headers.GetValues("Referrer-Policy").Single());
            Assert.Contains(email, (await opened.PageAsync()).QuerySelector("main")!.TextContent);
        }

        using var unverified = await site.Program().LogInAsync(email);
        Assert.Equal(HttpStatusCode.Unauthorized, unverified.StatusCode);

        using var confirmed = await browser.SubmitAsync(url, "main form");
        Assert.Equal("/signin", confirmed.Headers.Location!.OriginalString);
        Assert.Contains("Your address is confirmed. Sign in.", (await browser.PageAsync("/signin")).Body!.TextContent);

        using var signedIn = await site.Program().LogInAsync(email);
        var user = (await signedIn.JsonAsync()).GetProperty("user");
        Assert.Equal(id, user.GetProperty("id").GetGuid());
        Assert.Equal("employee", user.Text("role"));
        Assert.True(user.GetProperty("emailVerified").GetBoolean());
    }

    [Fact]
    public async Task A_used_link_says_so_at_both_doors()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var token = await site.TokenMailedToAsync(email);
        using var first = await PostAsync(token);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var second = await PostAsync(token);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
        Assert.Equal("This link was already used. Sign in.", (await second.JsonAsync()).GetProperty("errors").GetProperty("token")[0].GetString());
        var page = await site.Stranger().PageAsync($"/verify?token={token}");
        Assert.Contains("This link was already used.", page.QuerySelector("main")!.TextContent);
        Assert.Equal("/signin", page.QuerySelector("main a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Of_fifty_at_once_one_makes_the_account()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var token = await site.TokenMailedToAsync(email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => PostAsync(token)));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.NoContent);
        Assert.Equal(49, answers.Count(answer => answer.StatusCode == HttpStatusCode.BadRequest));
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync(user => user.Email == email)));
    }

    [Fact]
    public async Task A_link_older_than_a_day_offers_a_new_one()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var token = await site.TokenMailedToAsync(email);
        site.Clock.Advance(TimeSpan.FromHours(24.1));
        using var api = await PostAsync(token);
        Assert.Equal("This link is too old. Send a new one.", (await api.JsonAsync()).GetProperty("errors").GetProperty("token")[0].GetString());

        var browser = site.Stranger();
        var url = $"/verify?token={token}";
        var page = await browser.PageAsync(url);
        Assert.Equal("This link is too old", page.QuerySelector("h1")!.TextContent);
        using var renewed = await browser.SubmitAsync(page, url, "main form");
        Assert.StartsWith("/signup/sent?ticket=", renewed.Headers.Location!.OriginalString);
        var fresh = await site.TokenMailedToAsync(email);
        Assert.NotEqual(token, fresh);
        using var verified = await PostAsync(fresh);
        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
    }

    [Fact]
    public async Task A_link_that_nobody_was_given_is_too_old()
    {
        var browser = site.Stranger();
        Assert.Equal("This link is too old", (await browser.PageAsync("/verify?token=made-up")).QuerySelector("h1")!.TextContent);
        Assert.Equal("This link is too old", (await browser.PageAsync("/verify")).QuerySelector("h1")!.TextContent);
        using var api = await PostAsync("made-up");
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
    }

    [Fact]
    public async Task A_strangers_sign_up_does_not_decide_the_password_of_the_owner()
    {
        var email = Accounts.NewEmail();
        using var before = await site.Program().SignUpAsync(email, "the stranger's first guess");
        using var owner = await site.Program().SignUpAsync(email, "what the owner has chosen");
        var owners = await site.TokenMailedToAsync(email);
        using var after = await site.Program().SignUpAsync(email, "the stranger's second guess");
        var strangers = await site.TokenMailedToAsync(email);

        using var verified = await PostAsync(owners);
        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
        using var tooLate = await PostAsync(strangers);
        Assert.Equal(HttpStatusCode.BadRequest, tooLate.StatusCode);
        using var right = await site.Program().LogInAsync(email, "what the owner has chosen");
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        using var wrong = await site.Program().LogInAsync(email, "the stranger's second guess");
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
    }

    [Fact]
    public async Task A_new_account_is_where_the_site_is()
    {
        await site.WithAsync<ISiteSettings>(async settings =>
            await settings.ChangeAsync((await settings.GetAsync(default)) with { TimeZone = "Asia/Tokyo" }, null, default));
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        using var verified = await PostAsync(await site.TokenMailedToAsync(email));
        using var signedIn = await site.Program().LogInAsync(email);
        Assert.Equal("Asia/Tokyo", (await signedIn.JsonAsync()).GetProperty("user").Text("timeZone"));
    }

    [Fact]
    public async Task A_mail_whose_link_was_used_before_it_was_sent_is_dropped()
    {
        var email = Accounts.NewEmail();
        using var signedUp = await site.Program().SignUpAsync(email);
        var mail = Assert.Single(await site.MailsToAsync(email));
        using var verified = await PostAsync(site.TokenIn(mail));
        Assert.Null(await site.ComposedAsync(mail));
    }

    private Task<HttpResponseMessage> PostAsync(string token) =>
        site.Program().PostAsJsonAsync("/api/v1/auth/verify-email", new { token });
}
