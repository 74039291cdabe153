using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.SignUp;
using Helpdesk.Auth.VerifyEmail;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

public sealed class SignUpTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task The_page_sends_a_link_and_makes_no_account_yet()
    {
        var email = Accounts.NewEmail();
        var browser = site.Stranger();
        using var posted = await browser.SubmitAsync(
            "/signup", "main form", ("Form.Name", "Kim Kowalski"), ("Form.Email", email), ("Form.Password", Accounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, posted.StatusCode);

        var sent = await browser.PageAsync(posted.Headers.Location!.OriginalString);
        Assert.Equal("Check your e-mail", sent.QuerySelector("h1")!.TextContent);
        Assert.Contains(email, sent.QuerySelector("main")!.TextContent);
        var change = sent.QuerySelectorAll("a").Single(link => link.TextContent == "Change").GetAttribute("href")!;
        Assert.Equal(email, (await browser.PageAsync(change)).QuerySelector("[name='Form.Email']")!.GetAttribute("value"));

        var mail = Assert.Single(await site.MailsToAsync(email));
        Assert.Equal(VerifyEmailMail.Kind, mail.Kind);
        Assert.Equal("", mail.ToName);
        Assert.Equal("{}", mail.Parameters);
        Assert.InRange(mail.NotAfter!.Value - site.Clock.GetUtcNow(), TimeSpan.FromHours(23.9), TimeSpan.FromHours(24));
        Assert.False(await site.WithAsync<AuthDbContext, bool>(db => db.Users.AnyAsync(user => user.Email == email)));
    }

    [Fact]
    public async Task The_mail_has_the_link_and_nothing_that_a_stranger_typed()
    {
        var email = Accounts.NewEmail();
        using var answer = await site.Program().SignUpAsync(email, name: "Visit evil.example now");
        var mail = Assert.Single(await site.MailsToAsync(email));
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Contains($"http://localhost:8080/verify?token={site.TokenIn(mail)}", composed.Text);
        Assert.Equal("", composed.ToName);
        // The token is drawn by lot, and may spell what it likes.
        var said = composed.Subject + (composed.Text + composed.Html).Replace(site.TokenIn(mail), "", StringComparison.Ordinal);
        Assert.DoesNotContain("evil", said, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task The_api_answers_the_same_for_a_free_and_a_taken_address()
    {
        var taken = await site.AccountAsync();
        var api = site.Program();
        using var first = await api.SignUpAsync(Accounts.NewEmail());
        using var second = await api.SignUpAsync(taken.Email.ToUpperInvariant());
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(
            first.Headers.Select(header => header.Key).Order(), second.Headers.Select(header => header.Key).Order());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal((await first.Content.ReadAsByteArrayAsync()).Length, (await second.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(["id", "email", "name"], (await second.JsonAsync()).EnumerateObject().Select(member => member.Name));
        Assert.NotEqual(taken.Id, (await second.JsonAsync()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task The_owner_of_a_taken_address_is_told_once_a_day()
    {
        var taken = await site.AccountAsync();
        for (var i = 0; i < 3; i++)
        {
            using var answer = await site.Program().SignUpAsync(taken.Email, "another long password");
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        var mail = Assert.Single(await site.MailsToAsync(taken.Email));
        Assert.Equal(TakenAddressMail.Kind, mail.Kind);
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Equal("You already have an account", composed.Subject);
        Assert.Contains("http://localhost:8080/signin", composed.Text);

        site.Clock.Advance(TimeSpan.FromDays(1.1));
        using var later = await site.Program().SignUpAsync(taken.Email);
        Assert.Equal(2, (await site.MailsToAsync(taken.Email)).Count);
        using var old = await site.Program().LogInAsync(taken.Email);
        Assert.Equal(HttpStatusCode.OK, old.StatusCode);
    }

    [Theory]
    [InlineData("", "Kim", "a lamp, a boat, a letter", "email", "Enter an e-mail address like name@example.com.")]
    [InlineData("priya@acme", "Kim", "a lamp, a boat, a letter", "email", "Enter an e-mail address like name@example.com.")]
    [InlineData("Kim <kim@example.com>", "Kim", "a lamp, a boat, a letter", "email", "Enter an e-mail address like name@example.com.")]
    [InlineData("kim@example.com", "  ", "a lamp, a boat, a letter", "name", "Enter a name.")]
    [InlineData("kim@example.com", "Kim\r\nBcc: x@example.com", "a lamp, a boat, a letter", "name", "Name contains a character that cannot be used here.")]
    [InlineData("kim@example.com", "Kim", "", "password", "Enter a password.")]
    [InlineData("kim@example.com", "Kim", "too short", "password", "Use at least 12 characters. A sentence is good.")]
    [InlineData("kim@example.com", "Kim Kowalski", "my kowalski password", "password", "This password contains your name. Choose another.")]
    [InlineData("kimberley@example.com", "K K", "hello kimberley hello", "password", "This password contains your e-mail address. Choose another.")]
    [InlineData("kim@example.com", "Kim", "the helpdesk password", "password", "This password contains the name of this site. Choose another.")]
    public async Task Both_doors_say_the_same_sentence_beside_the_field(string email, string name, string password, string field, string sentence)
    {
        using var api = await site.Program().SignUpAsync(email, password, name);
        Assert.Equal(HttpStatusCode.BadRequest, api.StatusCode);
        Assert.Equal(sentence, (await api.JsonAsync()).GetProperty("errors").GetProperty(field)[0].GetString());

        using var page = await site.Stranger().SubmitAsync(
            "/signup", "main form", ("Form.Name", name), ("Form.Email", email), ("Form.Password", password));
        Assert.Equal(HttpStatusCode.BadRequest, page.StatusCode);
        Assert.Contains(sentence, await page.ProblemsAsync());
        var input = (await page.PageAsync()).QuerySelector($"[name='Form.{char.ToUpperInvariant(field[0])}{field[1..]}']")!;
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
    }

    [Fact]
    public async Task Lengths_are_counted_in_characters_and_told()
    {
        var api = site.Program();
        using var longName = await api.SignUpAsync(Accounts.NewEmail(), name: new string('n', 301));
        Assert.Equal("Name can have up to 300 characters. It has 301.", (await longName.JsonAsync()).GetProperty("errors").GetProperty("name")[0].GetString());
        using var longPassword = await api.SignUpAsync(Accounts.NewEmail(), string.Concat(Enumerable.Repeat("😀", 129)));
        Assert.Equal("Password can have up to 128 characters. It has 129.", (await longPassword.JsonAsync()).GetProperty("errors").GetProperty("password")[0].GetString());
        using var fits = await api.SignUpAsync(Accounts.NewEmail(), string.Concat(Enumerable.Repeat("😀", 128)), string.Concat(Enumerable.Repeat("😀", 300)));
        Assert.Equal(HttpStatusCode.Created, fits.StatusCode);
    }

    [Fact]
    public async Task It_can_be_sent_again_after_a_minute_and_the_answer_tells_nothing()
    {
        var free = Accounts.NewEmail();
        var taken = (await site.AccountAsync()).Email;
        foreach (var email in new[] { free, taken })
        {
            var browser = site.Stranger();
            using var posted = await browser.SubmitAsync(
                "/signup", "main form", ("Form.Name", "Kim Kowalski"), ("Form.Email", email), ("Form.Password", Accounts.Password));
            var url = posted.Headers.Location!.OriginalString;
            using var tooSoon = await browser.SubmitAsync(url, "main form");
            Assert.Equal(HttpStatusCode.TooManyRequests, tooSoon.StatusCode);
            Assert.StartsWith("The message is on its way.", Assert.Single(await tooSoon.ProblemsAsync()));

            site.Clock.Advance(TimeSpan.FromSeconds(61));
            using var again = await browser.SubmitAsync(url, "main form");
            Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
            Assert.Contains("We sent it again.", (await browser.PageAsync(again.Headers.Location!.OriginalString)).Body!.TextContent);
        }

        Assert.Equal(2, (await site.MailsToAsync(free)).Count(mail => mail.Kind == VerifyEmailMail.Kind));
        Assert.Equal(TakenAddressMail.Kind, Assert.Single(await site.MailsToAsync(taken)).Kind);
    }

    [Fact]
    public async Task A_ticket_that_was_made_up_leads_back_to_the_form()
    {
        using var answer = await site.Stranger().GetAsync("/signup/sent?ticket=made-up");
        Assert.Equal("/signup", answer.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task One_address_gets_no_flood_of_mails_and_one_network_makes_no_flood_of_sign_ups()
    {
        var email = Accounts.NewEmail();
        for (var i = 0; i < 5; i++)
        {
            using var fine = await site.Program().SignUpAsync(email);
            Assert.Equal(HttpStatusCode.Created, fine.StatusCode);
        }

        using var oneTooMany = await site.Program().SignUpAsync(email);
        Assert.Equal(HttpStatusCode.TooManyRequests, oneTooMany.StatusCode);
        Assert.NotNull(oneTooMany.Headers.RetryAfter);
        Assert.StartsWith("Too many tries. Wait ", (await oneTooMany.JsonAsync()).Text("detail"));

        var program = site.Program();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 61; i++)
        {
            using var answer = await program.SignUpAsync(Accounts.NewEmail());
            statuses.Add(answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, statuses[^1]);
        Assert.All(statuses.SkipLast(1), status => Assert.Equal(HttpStatusCode.Created, status));
    }

    [Fact]
    public async Task Who_is_signed_in_needs_no_account()
    {
        var person = await site.EmployeeAsync();
        using var answer = await site.Browser(person).GetAsync("/signup");
        Assert.Equal("/", answer.Headers.Location!.OriginalString);
    }
}

public sealed class ClosedSignUpTests(ClosedSite site) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task Neither_door_makes_accounts_and_nothing_links_there()
    {
        using var page = await site.Stranger().GetAsync("/signup");
        Assert.Equal(HttpStatusCode.NotFound, page.StatusCode);
        using var api = await site.Program().SignUpAsync(Accounts.NewEmail());
        Assert.Equal(HttpStatusCode.Forbidden, api.StatusCode);
        Assert.Empty((await site.Stranger().PageAsync("/signin")).QuerySelectorAll("a[href='/signup']"));
    }
}

public sealed class ListedDomainsTests(ListedDomainsSite site) : IClassFixture<ListedDomainsSite>
{
    [Fact]
    public async Task Only_addresses_of_the_listed_domains_may_sign_up()
    {
        const string sentence = "Use your @acme.example or @xn--gre-6ka8i.example address.";
        using var refused = await site.Program().SignUpAsync(Accounts.NewEmail());
        Assert.Equal(sentence, (await refused.JsonAsync()).GetProperty("errors").GetProperty("email")[0].GetString());
        using var subdomain = await site.Program().SignUpAsync("kim@evil.acme.example");
        Assert.Equal(HttpStatusCode.BadRequest, subdomain.StatusCode);
        using var allowed = await site.Program().SignUpAsync("kim@ACME.example");
        Assert.Equal(HttpStatusCode.Created, allowed.StatusCode);
        using var international = await site.Program().SignUpAsync("kim@größe.example");
        Assert.Equal("kim@xn--gre-6ka8i.example", (await international.JsonAsync()).Text("email"));
        Assert.Contains(sentence, (await site.Stranger().PageAsync("/signup")).Body!.TextContent);
    }
}

public sealed class TrustingSignUpTests(TrustingSite site) : IClassFixture<TrustingSite>
{
    [Fact]
    public async Task The_account_is_there_at_once_and_the_address_is_proven_later()
    {
        var email = Accounts.NewEmail();
        var browser = site.Stranger();
        using var posted = await browser.SubmitAsync(
            "/signup", "main form", ("Form.Name", "Kim Kowalski"), ("Form.Email", email), ("Form.Password", Accounts.Password));
        Assert.Equal("/signin", posted.Headers.Location!.OriginalString);
        Assert.Contains("Your account is ready. Sign in.", (await browser.PageAsync("/signin")).Body!.TextContent);

        using var signedIn = await site.Program().LogInAsync(email);
        Assert.False((await signedIn.JsonAsync()).GetProperty("user").GetProperty("emailVerified").GetBoolean());
        using var verified = await site.Program().PostAsJsonAsync("/api/v1/auth/verify-email", new { token = await site.TokenMailedToAsync(email) });
        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
        using var again = await site.Program().LogInAsync(email);
        Assert.True((await again.JsonAsync()).GetProperty("user").GetProperty("emailVerified").GetBoolean());
    }

    [Fact]
    public async Task Two_sign_ups_at_once_make_one_account()
    {
        var email = Accounts.NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => site.Program().SignUpAsync(email)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync(user => user.Email == email)));
    }
}
