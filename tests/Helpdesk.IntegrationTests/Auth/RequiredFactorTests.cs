using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Mails;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Settings;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>A second factor that a role must have, on every channel; and the way out for who lost it.</summary>
public sealed class RequiredFactorTests(AuthSite site) : IClassFixture<AuthSite>, IAsyncLifetime
{
    public async ValueTask InitializeAsync() => await RequireAsync("staff");

    public async ValueTask DisposeAsync() => await RequireAsync("nobody");

    [Fact]
    public async Task A_password_alone_opens_only_the_setting_up_and_the_way_out()
    {
        var agent = await site.AccountAsync(role: Role.Agent);
        var browser = site.Stranger();
        (await browser.SignInAsync(agent.Email)).Dispose();
        foreach (var url in new[] { "/", "/queue", "/tickets", "/account/data", "/account/password" })
        {
            using var answer = await browser.GetAsync(url);
            Assert.True(answer.StatusCode == HttpStatusCode.Redirect, url);
            Assert.Equal("/account/security", answer.Headers.Location!.OriginalString);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/events")).StatusCode);
        var page = await browser.PageAsync("/account/security");
        Assert.Contains("Your account must have a second factor.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var api = await site.TokenOfAsync(agent);
        foreach (var path in new[] { "tickets", "admin/tickets", "auth/me", "auth/sessions", "kb/items" })
        {
            using var answer = await api.GetAsync($"/api/v1/{path}");
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, path);
            Assert.EndsWith("second-factor-enrolment-required", (await answer.JsonAsync()).Text("type"), StringComparison.Ordinal);
        }

        using var refused = await api.PostAsJsonAsync("/api/v1/tickets", new { subject = "s", description = "d", category = "Other" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        using var signedOut = await api.PostAsync("/api/v1/auth/logout", null);
        Assert.Equal(HttpStatusCode.NoContent, signedOut.StatusCode);
    }

    [Fact]
    public async Task Setting_it_up_opens_the_rest_at_once_and_it_cannot_be_turned_off()
    {
        var agent = await site.AccountAsync(role: Role.Agent);
        var (key, _, api) = await site.EnrolAsync(agent);
        using var open = await api.GetAsync("/api/v1/admin/tickets");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        using var off = await api.DeleteAsync("/api/v1/auth/second-factor");
        Assert.Equal(HttpStatusCode.Conflict, off.StatusCode);
        using var still = await site.Program().LogInAsync(agent.Email, Accounts.Password, site.NextCode(key));
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
    }

    [Fact]
    public async Task Employees_are_not_asked_where_only_staff_must()
    {
        var employee = await site.AccountAsync();
        var api = await site.TokenOfAsync(employee);
        Assert.Equal(HttpStatusCode.OK, (await api.GetAsync("/api/v1/tickets")).StatusCode);
    }

    [Fact]
    public async Task An_admin_resets_a_lost_factor_and_everything_of_the_person_ends()
    {
        var agent = await site.AccountAsync(role: Role.Agent);
        var (_, codes, api) = await site.EnrolAsync(agent);
        await RequireAsync("nobody");
        var admin = site.Api(await site.AdminAsync());
        using var byAgent = await api.PostAsync($"/api/v1/admin/users/{agent.Id}/reset-second-factor", null);
        Assert.Equal(HttpStatusCode.Forbidden, byAgent.StatusCode);
        using var reset = await admin.PostAsync($"/api/v1/admin/users/{agent.Id}/reset-second-factor", null);
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.GetAsync("/api/v1/auth/me")).StatusCode);
        using var plain = await site.Program().LogInAsync(agent.Email);
        Assert.Equal(HttpStatusCode.OK, plain.StatusCode);
        var mail = (await site.MailsToAsync(agent.Email)).Last(sent => sent.Kind == FactorChangedMail.Kind);
        Assert.Equal("Your second factor was reset", (await site.ComposedAsync(mail))!.Subject);
        Assert.NotEmpty(codes);
    }

    private Task RequireAsync(string who) =>
        site.WithAsync<ISiteSettings>(settings => settings.ChangeAsync(FactorRule.Required, who, null, CancellationToken.None));
}
