using System.Net;
using System.Net.Http.Json;
using System.Text;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>The second factor through pages and API: setting it up, signing in with it, losing it.</summary>
public sealed class SecondFactorTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task By_pages_an_app_is_set_up_and_asked_for_at_the_next_sign_in()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using (var signedIn = await browser.SignInAsync(account.Email))
        {
            Assert.Equal(HttpStatusCode.Redirect, signedIn.StatusCode);
        }

        var page = await browser.PageAsync("/account/security");
        using var begun = await browser.SubmitAsync(page, "/account/security", "form[action='/account/second-factor']");
        page = await browser.PageAsync(begun.Headers.Location!.OriginalString);
        Assert.NotNull(page.QuerySelector(".qr svg"));
        var key = page.QuerySelector(".factor-key")!.TextContent.Replace(" ", "", StringComparison.Ordinal);
        using var wrong = await browser.SubmitAsync(page, "/account/second-factor", "main form", ("Form.Code", "000000"));
        Assert.Equal(["That code does not match. Codes change every 30 seconds; check your phone's clock."], await wrong.ProblemsAsync());
        Assert.False((await site.UserAsync(account.Id)).TwoFactorEnabled);
        using var confirmed = await browser.SubmitAsync("/account/second-factor", "main form", ("Form.Code", site.NextCode(key)));
        var codes = (await confirmed.PageAsync()).QuerySelectorAll("#recovery-codes code").Select(code => code.TextContent).ToList();
        Assert.Equal(10, codes.Distinct().Count());
        Assert.Contains("no-store", confirmed.Headers.CacheControl!.ToString(), StringComparison.Ordinal);

        var other = site.Stranger();
        using var asked = await other.SignInAsync(account.Email, url: "/signin?returnUrl=%2Ftickets");
        var question = asked.Headers.Location!.OriginalString;
        Assert.Equal("/signin/code?returnUrl=%2Ftickets", question);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/tickets")).StatusCode);
        using var again = await other.SubmitAsync(question, "main form", ("Form.Code", "12 34"));
        Assert.Single(await again.ProblemsAsync());
        var code = site.NextCode(key);
        using var done = await other.SubmitAsync(question, "main form", ("Form.Code", $"{code[..3]} {code[3..]}"));
        Assert.Equal("/tickets", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/tickets")).StatusCode);

        using var replayed = await site.Program().LogInAsync(account.Email, Accounts.Password, code);
        Assert.Equal(HttpStatusCode.Unauthorized, replayed.StatusCode);
        Assert.Contains("already used", (await replayed.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync("/signin/code")).StatusCode);
    }

    [Fact]
    public async Task By_api_the_code_goes_with_the_password()
    {
        var account = await site.AccountAsync();
        var (key, codes, _) = await site.EnrolAsync(account);
        var api = site.Program();
        using var missing = await api.LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.Unauthorized, missing.StatusCode);
        Assert.EndsWith("two-factor-required", (await missing.JsonAsync()).Text("type"), StringComparison.Ordinal);
        using var wrongPassword = await api.LogInAsync(account.Email, "not the password at all", site.NextCode(key));
        Assert.EndsWith("no-match", (await wrongPassword.JsonAsync()).Text("type"), StringComparison.Ordinal);
        using var right = await api.LogInAsync(account.Email, Accounts.Password, site.NextCode(key));
        Assert.Equal(HttpStatusCode.OK, right.StatusCode);
        Assert.True((await right.JsonAsync()).GetProperty("user").GetProperty("twoFactorEnabled").GetBoolean());

        using var byRecovery = await api.LogInAsync(account.Email, Accounts.Password, codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, byRecovery.StatusCode);
        using var again = await api.LogInAsync(account.Email, Accounts.Password, codes[3]);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        var mail = (await site.MailsToAsync(account.Email))[^1];
        Assert.Equal(FactorChangedMail.Kind, mail.Kind);
        Assert.Contains("You have 9 left.", (await site.ComposedAsync(mail))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_code_opens_one_session_however_many_send_it_at_once()
    {
        var account = await site.AccountAsync();
        var (key, _, _) = await site.EnrolAsync(account);
        var code = site.NextCode(key);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await site.Program().LogInAsync(account.Email, Accounts.Password, code);
            return answer.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_waiting_attempt_is_void_after_a_new_password_and_after_ten_minutes()
    {
        var account = await site.AccountAsync();
        var (key, _, api) = await site.EnrolAsync(account);
        var (early, late) = (site.Stranger(), site.Stranger());
        (await early.SignInAsync(account.Email)).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword = Accounts.Password, newPassword = "another lamp, another boat" })).EnsureSuccessStatusCode();
        using var voided = await early.GetAsync("/signin/code");
        Assert.StartsWith("/signin?", voided.Headers.Location!.OriginalString, StringComparison.Ordinal);

        (await late.SignInAsync(account.Email, "another lamp, another boat")).Dispose();
        var page = await late.PageAsync("/signin/code");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var tooLate = await late.SubmitAsync(page, "/signin/code", "main form", ("Form.Code", site.NextCode(key)));
        Assert.StartsWith("/signin?", tooLate.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await late.GetAsync("/tickets")).StatusCode);
    }

    [Fact]
    public async Task Guessing_ends_after_a_few_codes_and_the_wait_ends_too()
    {
        var account = await site.AccountAsync();
        var (key, _, _) = await site.EnrolAsync(account);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        for (var i = 0; i < 5; i++)
        {
            using var guess = await browser.SubmitAsync("/signin/code", "main form", ("Form.Code", $"00000{i}"));
            Assert.Equal(HttpStatusCode.BadRequest, guess.StatusCode);
        }

        using var stopped = await browser.SubmitAsync("/signin/code", "main form", ("Form.Code", site.NextCode(key)));
        Assert.Equal(HttpStatusCode.TooManyRequests, stopped.StatusCode);
        site.Clock.Advance(TimeSpan.FromMinutes(6));
        using var later = await browser.SubmitAsync("/signin/code", "main form", ("Form.Code", site.NextCode(key)));
        Assert.Equal("/", later.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Turning_off_and_new_codes_ask_who_it_is_when_that_was_long_ago()
    {
        var account = await site.AccountAsync();
        var (key, codes, api) = await site.EnrolAsync(account);
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var refused = await api.PostAsync("/api/v1/auth/second-factor/recovery-codes", null);
        Assert.EndsWith("step-up-required", (await refused.JsonAsync()).Text("type"), StringComparison.Ordinal);
        using var off = await api.DeleteAsync("/api/v1/auth/second-factor");
        Assert.Equal(HttpStatusCode.Unauthorized, off.StatusCode);

        using var noCode = await api.PostAsJsonAsync("/api/v1/auth/confirm", new { password = Accounts.Password });
        Assert.Equal(HttpStatusCode.BadRequest, noCode.StatusCode);
        using var wrong = await api.PostAsJsonAsync("/api/v1/auth/confirm", new { password = "not this one, never", twoFactorCode = site.NextCode(key) });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        using var proven = await api.PostAsJsonAsync("/api/v1/auth/confirm", new { password = Accounts.Password, twoFactorCode = site.NextCode(key) });
        Assert.Equal(HttpStatusCode.NoContent, proven.StatusCode);

        using var renewed = await api.PostAsync("/api/v1/auth/second-factor/recovery-codes", null);
        var fresh = (await renewed.JsonAsync()).GetProperty("recoveryCodes").EnumerateArray().Select(code => code.GetString()!).ToList();
        Assert.Empty(fresh.Intersect(codes));
        using var old = await site.Program().LogInAsync(account.Email, Accounts.Password, codes[0]);
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var removed = await api.DeleteAsync("/api/v1/auth/second-factor");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var plain = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        var subjects = new List<string>();
        foreach (var mail in (await site.MailsToAsync(account.Email)).Where(mail => mail.Kind == FactorChangedMail.Kind))
        {
            subjects.Add((await site.ComposedAsync(mail))!.Subject);
        }

        Assert.Equal(["Your second factor was turned on", "Your recovery codes were renewed", "Your second factor was turned off"], subjects);
    }

    [Fact]
    public async Task Neither_key_nor_codes_lie_in_the_database_in_the_clear()
    {
        var account = await site.AccountAsync();
        var (key, codes, _) = await site.EnrolAsync(account);
        var rows = await site.WithAsync<AuthDbContext, string>(async db =>
        {
            var factor = await db.TotpFactors.SingleAsync(found => found.UserId == account.Id);
            var kept = await db.RecoveryCodes.Where(code => code.UserId == account.Id).ToListAsync();
            var lines = await db.Set<AuditEntry>().Where(entry => entry.SubjectId == account.Id.ToString()).ToListAsync();
            return Encoding.Latin1.GetString(factor.ProtectedKey) + string.Concat(kept.Select(code => Encoding.Latin1.GetString(code.Hash)))
                + string.Concat(lines.Select(line => line.Action + line.Details));
        });
        Assert.Contains("factor.turned-on", rows, StringComparison.Ordinal);
        Assert.DoesNotContain(key, rows, StringComparison.Ordinal);
        Assert.All(codes, code => Assert.DoesNotContain(code, rows, StringComparison.Ordinal));
    }
}
