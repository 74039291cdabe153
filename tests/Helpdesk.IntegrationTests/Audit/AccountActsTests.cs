using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>What people do with their accounts leaves a line each: who, what, when, from where.</summary>
public sealed class AccountActsTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task From_sign_up_to_sign_out()
    {
        var email = Accounts.NewEmail();
        var (api, from) = Caller();
        var before = site.Clock.GetUtcNow();
        var id = (await (await api.SignUpAsync(email)).JsonAsync()).GetProperty("id").GetGuid();
        using var verified = await api.PostAsJsonAsync("/api/v1/auth/verify-email", new { token = await site.TokenMailedToAsync(email) });
        Assert.Equal(HttpStatusCode.NoContent, verified.StatusCode);
        var tokens = await (await api.LogInAsync(email)).JsonAsync();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Text("accessToken"));
        (await api.PostAsync("/api/v1/auth/logout", null)).Dispose();

        var lines = await site.LinesAboutAsync(id);
        Assert.Equal(
            ["account.sign-up-asked", "account.created", "account.address-verified", "session.started", "session.ended"], lines.Actions());
        Assert.All(lines, line => Assert.Equal(("person", id.ToString(), from), (line.SubjectKind, line.SubjectId, line.Address)));
        Assert.All(lines, line => Assert.InRange(line.At, before.AddSeconds(-1), site.Clock.GetUtcNow()));
        Assert.Equal([null, id, id, id, id], lines.Select(line => line.ActorId));
        Assert.Equal("employee", lines[1].Fact("role"));
        Assert.Equal(lines[3].Fact("session"), lines[4].Fact("session"));
        Assert.Equal("api", lines[3].Fact("kind"));
    }

    [Fact]
    public async Task A_browser_signs_in_and_out()
    {
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        (await browser.SignInAsync(account.Email)).Dispose();
        (await browser.SubmitAsync("/signout", "main form")).Dispose();
        var lines = await site.LinesAboutAsync(account.Id);
        Assert.Equal(["session.started", "session.ended"], lines.Actions());
        Assert.Equal("browser", lines[0].Fact("kind"));
        Assert.Equal(account.Id, lines[1].ActorId);
    }

    [Fact]
    public async Task A_sign_up_with_a_taken_address_is_told_of_its_owner()
    {
        var account = await site.AccountAsync();
        (await site.Program().SignUpAsync(account.Email)).Dispose();
        Assert.Equal("address-taken", (await site.LineAboutAsync(account.Id, "account.sign-up-refused")).Fact("because"));
    }

    [Fact]
    public async Task Refused_sign_ins_name_the_account_and_the_reason()
    {
        var known = await site.AccountAsync();
        var deactivated = await site.AccountAsync(user => user.DeactivatedAt = site.Clock.GetUtcNow());
        var unverified = await site.AccountAsync(user => user.EmailConfirmed = false);
        (await site.Program().LogInAsync(known.Email, "not the right password")).Dispose();
        (await site.Stranger().SignInAsync(known.Email, "not the right password")).Dispose();
        (await site.Program().LogInAsync(deactivated.Email)).Dispose();
        (await site.Program().LogInAsync(unverified.Email)).Dispose();
        Assert.Equal(
            [("session.refused", "wrong-password"), ("session.refused", "wrong-password")],
            (await site.LinesAboutAsync(known.Id)).Select(line => (line.Action, line.Fact("because"))));
        Assert.Equal("deactivated", (await site.LineAboutAsync(deactivated.Id, "session.refused")).Fact("because"));
        Assert.Equal("address-not-verified", (await site.LineAboutAsync(unverified.Id, "session.refused")).Fact("because"));
    }

    [Fact]
    public async Task A_refused_sign_in_of_nobody_keeps_nothing_of_what_was_typed()
    {
        var (api, from) = Caller();
        (await api.LogInAsync("somebody.unknown@example.com", "typed into the wrong field")).Dispose();
        var line = Assert.Single(await site.LinesFromAsync(from));
        Assert.Equal(("session.refused", "", "", (Guid?)null), (line.Action, line.SubjectKind, line.SubjectId, line.ActorId));
        Assert.Equal("no-account", line.Fact("because"));
        Assert.DoesNotContain(await site.LinesAsync(), entry => entry.Details.Contains("unknown@", StringComparison.Ordinal) || entry.Details.Contains("wrong field", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_limit_that_was_hit_is_told_once()
    {
        var account = await site.AccountAsync();
        var (api, from) = Caller();
        for (var i = 0; i < 9; i++)
        {
            (await api.LogInAsync(account.Email, "not the right password")).Dispose();
        }

        var lines = await site.LinesFromAsync(from);
        Assert.Equal(5, lines.Count(line => line.Action == "session.refused"));
        Assert.Equal("signin-few", Assert.Single(lines, line => line.Action == "limit.hit").Fact("limit"));
    }

    [Fact]
    public async Task Passwords_forgotten_reset_and_changed()
    {
        var account = await site.AccountAsync();
        var (api, from) = Caller();
        (await api.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = account.Email })).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = Accounts.NewEmail() })).Dispose();
        const string second = "three gulls over the pier";
        var token = await site.TokenMailedToAsync(account.Email);
        using var reset = await api.PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword = second });
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        var signedIn = await (await api.LogInAsync(account.Email, second)).JsonAsync();
        (await api.LogInAsync(account.Email, second)).Dispose();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", signedIn.Text("accessToken"));
        (await ChangeAsync(api, "not the present one", "a walnut in a drawer")).Dispose();
        using var changed = await ChangeAsync(api, second, "a walnut in a drawer");
        Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);

        var lines = await site.LinesFromAsync(from);
        Assert.Equal(
            [
                "password.reset-asked", "password.reset-asked", "password.reset", "session.started", "session.started",
                "password.change-refused", "password.changed", "session.ended",
            ],
            lines.Actions());
        Assert.Equal([account.Id.ToString(), ""], lines.Take(2).Select(line => line.SubjectId));
        Assert.Equal(lines[4].Fact("session"), lines[7].Fact("session"));
    }

    [Fact]
    public async Task A_replayed_token_is_told_with_the_session_that_it_cost()
    {
        var account = await site.AccountAsync();
        var api = site.Program();
        var refresh = (await (await api.LogInAsync(account.Email)).JsonAsync()).Text("refreshToken");
        (await api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = refresh })).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = refresh })).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = refresh })).Dispose();
        Assert.Equal(
            ["session.started", "session.token-replayed", "session.ended"], (await site.LinesAboutAsync(account.Id)).Actions());
    }

    [Fact]
    public async Task A_device_that_was_signed_out_from_elsewhere()
    {
        var account = await site.AccountAsync();
        (await site.Program().LogInAsync(account.Email)).Dispose();
        var api = site.Program();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (await (await api.LogInAsync(account.Email)).JsonAsync()).Text("accessToken"));
        var other = (await api.GetFromJsonAsync<System.Text.Json.JsonElement>("/api/v1/auth/sessions")).EnumerateArray()
            .Single(session => !session.GetProperty("current").GetBoolean()).GetProperty("id").GetGuid();
        (await api.DeleteAsync($"/api/v1/auth/sessions/{other}")).Dispose();
        Assert.Equal(other.ToString(), (await site.LineAboutAsync(account.Id, "session.ended")).Fact("session"));
    }

    [Fact]
    public async Task What_administrators_do_to_others()
    {
        var admin = await site.AdminAsync();
        var account = await site.AccountAsync();
        var person = $"/api/v1/admin/users/{account.Id}";
        (await site.Program().LogInAsync(account.Email)).Dispose();
        for (var twice = 0; twice < 2; twice++)
        {
            (await site.Api(admin).PatchAsJsonAsync(person, new { role = "agent" })).Dispose();
            (await site.Api(admin).PatchAsJsonAsync(person, new { isActive = false })).Dispose();
        }

        (await site.Api(admin).PatchAsJsonAsync(person, new { isActive = true })).Dispose();
        (await site.Api(admin).PatchAsJsonAsync(person, new { isActive = true })).Dispose();
        var lines = await site.LinesAboutAsync(account.Id);
        Assert.Equal(
            ["session.started", "account.role-changed", "account.deactivated", "session.ended", "account.reactivated"], lines.Actions());
        Assert.Equal(("employee", "agent"), (lines[1].Fact("from"), lines[1].Fact("to")));
        Assert.Equal([admin.Id, admin.Id, admin.Id], new[] { lines[1], lines[2], lines[4] }.Select(line => line.ActorId!.Value));
    }

    [Fact]
    public async Task An_administrator_from_the_command_line()
    {
        var email = Accounts.NewEmail();
        var made = await site.WithAsync<ICreateAdmin, Outcome<Guid>>(create => create.HandleAsync(email, "Ada Admin", Accounts.Password, default));
        var line = await site.LineAboutAsync(made.Value, "account.created");
        Assert.Equal(("command line", "admin", (Guid?)null, ""), (line.Fact("by"), line.Fact("role"), line.ActorId, line.Address));
    }

    [Fact]
    public async Task A_profile_tells_which_fields_and_not_what_stood_in_them()
    {
        var person = await site.EmployeeAsync("Zora Before");
        (await site.Api(person).PatchAsJsonAsync("/api/v1/auth/me", new { name = "Zora After", timeZone = "Europe/Vienna" })).Dispose();
        (await site.Api(person).PatchAsJsonAsync("/api/v1/auth/me", new { name = "Zora After" })).Dispose();
        var line = await site.LineAboutAsync(person.Id, "account.profile-changed");
        Assert.Contains("Name", line.Details);
        Assert.DoesNotContain("Zora", line.Details);
    }

    private (HttpClient Api, string Address) Caller()
    {
        var address = Accounts.NewAddress();
        return (Accounts.From(site.Api(), address), address);
    }

    private static Task<HttpResponseMessage> ChangeAsync(HttpClient api, string present, string next) =>
        api.PostAsJsonAsync("/api/v1/auth/change-password", new { currentPassword = present, newPassword = next });
}
