using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.AddPasskey;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Passkeys by API and by the pages' forms, with an authenticator in software; a browser's own is in the browser tests.</summary>
public sealed class PasskeyTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task By_api_a_passkey_is_added_named_signs_in_and_is_removed()
    {
        var account = await site.AccountAsync();
        var api = await site.TokenOfAsync(account);
        using var passkey = NewPasskey();
        var view = await AddAsync(api, passkey, "Phone");
        Assert.Equal("Phone", view.Text("name"));
        Assert.Equal(PasskeyChangedMail.Kind, (await site.MailsToAsync(account.Email))[^1].Kind);
        Assert.Contains("“Phone” now signs in", (await site.ComposedAsync((await site.MailsToAsync(account.Email))[^1]))!.Text, StringComparison.Ordinal);

        using var signedIn = await LogInAsync(site.Program(), passkey);
        Assert.Equal(HttpStatusCode.OK, signedIn.StatusCode);
        Assert.Equal(account.Email, (await signedIn.JsonAsync()).GetProperty("user").Text("email"));

        var id = view.Text("id");
        using var renamed = await api.PatchAsJsonAsync($"/api/v1/auth/passkeys/{id}", new { name = "  Work phone " });
        Assert.Equal("Work phone", (await renamed.JsonAsync()).Text("name"));
        using var nameless = await api.PatchAsJsonAsync($"/api/v1/auth/passkeys/{id}", new { name = " " });
        Assert.Equal(HttpStatusCode.BadRequest, nameless.StatusCode);
        var listed = Assert.Single((await api.GetFromJsonAsync<JsonElement>("/api/v1/auth/security")).GetProperty("passkeys").EnumerateArray());
        Assert.Equal("Work phone", listed.Text("name"));
        Assert.NotEqual(JsonValueKind.Null, listed.GetProperty("lastUsedAt").ValueKind);

        using var removed = await api.DeleteAsync($"/api/v1/auth/passkeys/{id}");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        using var over = await LogInAsync(site.Program(), passkey);
        Assert.Equal(HttpStatusCode.Unauthorized, over.StatusCode);
    }

    [Fact]
    public async Task By_pages_a_passkey_is_added_signs_in_and_proves_who_sits_there()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        using var passkey = NewPasskey();
        var page = await browser.PageAsync("/account/passkeys");
        using var added = await browser.SubmitAsync(page, "/account/passkeys", "main form", ("Form.Name", "Ключ"), ("Passkey.Credential", Json(passkey.Create(Options(page)))));
        Assert.Equal("/account/security", added.Headers.Location!.OriginalString);
        Assert.Contains("Ключ", (await browser.PageAsync("/account/security")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var other = site.Stranger();
        page = await other.PageAsync("/signin?returnUrl=%2Ftickets");
        var question = await AskAsync(site.Program());
        using var done = await other.SubmitAsync(
            page,
            page.QuerySelector("[data-passkey]")!.GetAttribute("formaction")!,
            "main form",
            ("Passkey.State", question.Text("state")),
            ("Passkey.Credential", Json(passkey.Get(question.GetProperty("options")))));
        Assert.Equal("/tickets", done.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/tickets")).StatusCode);

        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var asks = await other.GetAsync("/account/passkeys");
        Assert.StartsWith("/account/confirm", asks.Headers.Location!.OriginalString, StringComparison.Ordinal);
        page = await other.PageAsync(asks.Headers.Location!.OriginalString);
        using var proven = await other.SubmitAsync(
            page, asks.Headers.Location!.OriginalString + "&handler=passkey", "main form", ("Passkey.Credential", Json(passkey.Get(Options(page)))));
        Assert.Equal("/account/passkeys", proven.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync("/account/passkeys")).StatusCode);
    }

    [Fact]
    public async Task An_answer_signs_in_once_however_many_show_it_and_not_after_ten_minutes()
    {
        var (_, passkey, _) = await WithPasskeyAsync();
        var question = await AskAsync(site.Program());
        var body = new { state = question.Text("state"), credential = passkey.Get(question.GetProperty("options")) };
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            using var answer = await site.Program().PostAsJsonAsync("/api/v1/auth/login/passkey", body);
            return answer.StatusCode;
        }));
        Assert.Single(answers, status => status == HttpStatusCode.OK);

        question = await AskAsync(site.Program());
        body = new { state = question.Text("state"), credential = passkey.Get(question.GetProperty("options")) };
        site.Clock.Advance(TimeSpan.FromMinutes(10));
        using var late = await site.Program().PostAsJsonAsync("/api/v1/auth/login/passkey", body);
        Assert.Equal(HttpStatusCode.Unauthorized, late.StatusCode);
    }

    [Fact]
    public async Task What_is_not_the_persons_own_verified_answer_to_this_site_opens_nothing()
    {
        var (account, passkey, _) = await WithPasskeyAsync();
        passkey.Origin = "https://helpdesk.evil.example";
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(site.Program(), passkey)).StatusCode);
        passkey.Origin = Origin;
        passkey.IsVerified = false;
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(site.Program(), passkey)).StatusCode);
        passkey.IsVerified = true;

        using var unknown = NewPasskey();
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(site.Program(), unknown)).StatusCode);
        foreach (var junk in new object[] { new { state = "x", credential = new { } }, new { state = "", credential = "text" }, new { credential = new { id = 7 } } })
        {
            using var refused = await site.Program().PostAsJsonAsync("/api/v1/auth/login/passkey", junk);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            Assert.EndsWith("passkey-refused", (await refused.JsonAsync()).Text("type"), StringComparison.Ordinal);
        }

        // The question for a new passkey is none for a sign-in.
        var api = await site.TokenOfAsync(account);
        using var asked = await api.PostAsync("/api/v1/auth/passkeys/options", null);
        var creation = await asked.JsonAsync();
        var question = await AskAsync(site.Program());
        using var mixed = await site.Program().PostAsJsonAsync(
            "/api/v1/auth/login/passkey", new { state = creation.Text("state"), credential = passkey.Get(question.GetProperty("options")) });
        Assert.Equal(HttpStatusCode.Unauthorized, mixed.StatusCode);

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Unauthorized, (await LogInAsync(site.Program(), passkey)).StatusCode);
    }

    [Fact]
    public async Task Another_persons_passkeys_cannot_be_seen_changed_or_used_for_a_proof()
    {
        var (_, passkey, owner) = await WithPasskeyAsync();
        var id = (await owner.GetFromJsonAsync<JsonElement>("/api/v1/auth/security")).GetProperty("passkeys")[0].Text("id");
        var (_, _, other) = await WithPasskeyAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.PatchAsJsonAsync($"/api/v1/auth/passkeys/{id}", new { name = "Mine" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.DeleteAsync($"/api/v1/auth/passkeys/{id}")).StatusCode);

        using var asked = await other.PostAsync("/api/v1/auth/confirm/passkey/options", null);
        var question = await asked.JsonAsync();
        using var proof = await other.PostAsJsonAsync(
            "/api/v1/auth/confirm/passkey", new { state = question.Text("state"), credential = passkey.Get(question.GetProperty("options")) });
        Assert.Equal(HttpStatusCode.BadRequest, proof.StatusCode);
    }

    [Fact]
    public async Task By_api_a_passkey_proves_once_more_who_it_is()
    {
        var (_, passkey, api) = await WithPasskeyAsync();
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var old = await api.PostAsync("/api/v1/auth/passkeys/options", null);
        Assert.EndsWith("step-up-required", (await old.JsonAsync()).Text("type"), StringComparison.Ordinal);
        using var asked = await api.PostAsync("/api/v1/auth/confirm/passkey/options", null);
        var question = await asked.JsonAsync();
        using var proof = await api.PostAsJsonAsync(
            "/api/v1/auth/confirm/passkey", new { state = question.Text("state"), credential = passkey.Get(question.GetProperty("options")) });
        Assert.Equal(HttpStatusCode.NoContent, proof.StatusCode);
        using var fresh = await api.PostAsync("/api/v1/auth/passkeys/options", null);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task One_passkey_is_listed_once_and_a_person_has_twenty_at_most()
    {
        var (account, passkey, api) = await WithPasskeyAsync();
        using var twice = await PostAsync(api, passkey, "Again");
        Assert.Equal(HttpStatusCode.BadRequest, twice.StatusCode);
        await site.WithAsync<AuthDbContext>(async db =>
        {
            for (var i = 1; i < AddPasskeyHandler.Most; i++)
            {
                db.Add(new Microsoft.AspNetCore.Identity.IdentityUserPasskey<Guid>
                {
                    UserId = account.Id,
                    CredentialId = [(byte)i, .. account.Id.ToByteArray()],
                    Data = new() { PublicKey = [1], Transports = [], AttestationObject = [1], ClientDataJson = [1] },
                }).Property(PasskeyColumns.Id).CurrentValue = Guid.CreateVersion7();
            }

            await db.SaveChangesAsync();
        });
        using var more = NewPasskey();
        using var refused = await PostAsync(api, more, "One more");
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Fact]
    public async Task By_pages_a_passkey_is_renamed_and_removed_and_both_ask_who_sits_there()
    {
        var (account, _, api) = await WithPasskeyAsync();
        var id = (await api.GetFromJsonAsync<JsonElement>("/api/v1/auth/security")).GetProperty("passkeys")[0].Text("id");
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        using var nameless = await browser.SubmitAsync($"/account/passkeys/{id}", "main form", ("Form.Name", new string('x', 101)));
        Assert.Equal(["Name can have up to 100 characters. It has 101."], await nameless.ProblemsAsync());
        using var renamed = await browser.SubmitAsync($"/account/passkeys/{id}", "main form", ("Form.Name", "Old laptop"));
        Assert.Contains("Old laptop", (await browser.FollowAsync(renamed)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var page = await browser.PageAsync("/account/security");
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var asks = await browser.SubmitAsync(page, "/account/security", $"form[action='/account/passkeys/{id}/removal']");
        Assert.StartsWith("/account/confirm", asks.Headers.Location!.OriginalString, StringComparison.Ordinal);
        using var late = await api.PostAsJsonAsync("/api/v1/auth/passkeys", new { name = "x", state = "x", credential = new { } });
        Assert.EndsWith("step-up-required", (await late.JsonAsync()).Text("type"), StringComparison.Ordinal);
        (await browser.SubmitAsync(asks.Headers.Location!.OriginalString, "main form", ("Form.Password", Accounts.Password))).Dispose();
        using var removed = await browser.SubmitAsync(page, "/account/security", $"form[action='/account/passkeys/{id}/removal']");
        Assert.Equal("The passkey is removed. It does not sign you in any more.", (await browser.FollowAsync(removed)).Flash());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/account/passkeys/{id}")).StatusCode);
        Assert.Contains("does not sign in to your account any more", (await site.ComposedAsync((await site.MailsToAsync(account.Email))[^1]))!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_passkey_stays_where_the_role_must_have_a_second_factor_or_there_is_no_password()
    {
        var (account, _, api) = await WithPasskeyAsync();
        var id = (await api.GetFromJsonAsync<JsonElement>("/api/v1/auth/security")).GetProperty("passkeys")[0].Text("id");
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(FactorRule.Required, "everybody", null, CancellationToken.None));
        using var needed = await api.DeleteAsync($"/api/v1/auth/passkeys/{id}");
        Assert.Equal(HttpStatusCode.Conflict, needed.StatusCode);
        using var byPassword = await site.Program().LogInAsync(account.Email);
        Assert.Contains("Sign in with a passkey", (await byPassword.JsonAsync()).Text("detail"), StringComparison.Ordinal);
        await site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(FactorRule.Required, "nobody", null, CancellationToken.None));

        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == account.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.PasswordHash, (string?)null)));
        using var last = await api.DeleteAsync($"/api/v1/auth/passkeys/{id}");
        Assert.Contains("last way to sign in", (await last.JsonAsync()).Text("detail"), StringComparison.Ordinal);
    }

    private static string Origin => "http://localhost:8080";

    private static SoftPasskey NewPasskey() => new(Origin);

    private static string Json(object credential) => JsonSerializer.Serialize(credential);

    private static JsonElement Options(AngleSharp.Dom.IDocument page) =>
        JsonElement.Parse(page.QuerySelector("[data-passkey]")!.GetAttribute("data-options")!);

    private async Task<(Account Account, SoftPasskey Passkey, HttpClient Api)> WithPasskeyAsync()
    {
        var account = await site.AccountAsync();
        var api = await site.TokenOfAsync(account);
        var passkey = NewPasskey();
        await AddAsync(api, passkey, "Laptop");
        return (account, passkey, api);
    }

    private static async Task<JsonElement> AddAsync(HttpClient api, SoftPasskey passkey, string name)
    {
        using var added = await PostAsync(api, passkey, name);
        Assert.Equal(HttpStatusCode.Created, added.StatusCode);
        return await added.JsonAsync();
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient api, SoftPasskey passkey, string name)
    {
        using var asked = await api.PostAsync("/api/v1/auth/passkeys/options", null);
        var question = await asked.JsonAsync();
        return await api.PostAsJsonAsync(
            "/api/v1/auth/passkeys", new { name, state = question.Text("state"), credential = passkey.Create(question.GetProperty("options")) });
    }

    private static async Task<JsonElement> AskAsync(HttpClient api)
    {
        using var asked = await api.PostAsync("/api/v1/auth/login/passkey/options", null);
        return await asked.JsonAsync();
    }

    private static async Task<HttpResponseMessage> LogInAsync(HttpClient api, SoftPasskey passkey)
    {
        var question = await AskAsync(api);
        return await api.PostAsJsonAsync(
            "/api/v1/auth/login/passkey", new { state = question.Text("state"), credential = passkey.Get(question.GetProperty("options")), deviceLabel = "Script" });
    }
}
