using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Keys by which programs act for administrators: made, used, and dead when they must be.</summary>
public sealed class ApiKeyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task By_api_a_key_is_made_shown_once_used_and_revoked()
    {
        var admin = await site.AdminAsync();
        var api = site.Api(admin);
        using var made = await api.PostAsJsonAsync(Keys.Url, new { name = "Monitoring", scope = "read" });
        var created = await made.ReadAsync(HttpStatusCode.Created);
        var secret = created.Text("key");
        Assert.Equal((46, secret[..9], "no-store"), (secret.Length, created.Text("beginning"), made.Headers.CacheControl?.ToString()));
        Assert.StartsWith("hd_", secret, StringComparison.Ordinal);
        Assert.Equal(90, (created.GetProperty("expiresAt").GetDateTimeOffset() - created.GetProperty("createdAt").GetDateTimeOffset()).TotalDays);
        foreach (var url in new[] { Keys.Url, $"{Keys.Url}/{created.Id()}" })
        {
            Assert.DoesNotContain(secret, await api.GetStringAsync(url), StringComparison.Ordinal);
        }

        var program = site.Holding(secret);
        Assert.Equal(admin.Email, (await program.JsonAsync("/api/v1/auth/me")).Text("email"));
        await program.JsonAsync("/api/v1/admin/tickets");
        var used = await api.JsonAsync($"{Keys.Url}/{created.Id()}");
        await program.JsonAsync("/api/v1/tickets");
        Assert.Equal(used.Text("lastUsedAt"), (await api.JsonAsync($"{Keys.Url}/{created.Id()}")).Text("lastUsedAt"));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await program.JsonAsync("/api/v1/tickets");
        Assert.NotEqual(used.Text("lastUsedAt"), (await api.JsonAsync($"{Keys.Url}/{created.Id()}")).Text("lastUsedAt"));

        (await api.DeleteAsync($"{Keys.Url}/{created.Id()}")).EnsureSuccessStatusCode();
        await IsDeadAsync(program);
        Assert.Equal("revoked", (await api.JsonAsync($"{Keys.Url}/{created.Id()}")).Text("state"));
        (await api.DeleteAsync($"{Keys.Url}/{created.Id()}")).EnsureSuccessStatusCode();
        var lines = await site.LinesAboutAsync(created.Id());
        Assert.Equal(["key.created", "key.revoked"], lines.Actions());
        Assert.Equal("read", lines[0].Fact("scope"));
        Assert.All(lines, line => Assert.Equal(created.Text("name"), line.Fact("name")));
    }

    [Fact]
    public async Task By_page_without_script_a_key_is_made_and_revoked()
    {
        var (admin, other) = (await site.AdminAsync(), await site.AdminAsync("Otto Other"));
        var browser = site.Browser(admin);
        using var wrong = await browser.SubmitAsync("/admin/api-keys/new", "main form", ("Form.Name", "<b>Backup</b>"), ("Form.ExpiresInDays", ""));
        Assert.Equal("A key can work for 1 to 365 days, or never expire.", (await wrong.ProblemsAsync())[0]);
        using var made = await browser.SubmitAsync(await wrong.PageAsync(), "/admin/api-keys/new", "main form", ("Form.NeverExpires", "true"), ("Form.Scope", "admin"));
        Assert.Equal("no-store", made.Headers.CacheControl?.ToString());
        var page = await made.PageAsync();
        var secret = page.QuerySelector(".factor-key")!.TextContent;
        Assert.Equal(secret, page.QuerySelector("[data-copy]")!.GetAttribute("data-copy"));
        Assert.Empty(page.QuerySelectorAll("main b"));
        await site.Holding(secret).JsonAsync("/api/v1/admin/audit-log");

        // Another administrator sees it, and may stop it.
        var theirs = site.Browser(other);
        var list = await theirs.PageAsync("/admin/api-keys");
        var row = list.QuerySelectorAll("main tbody tr").Single(found => found.TextContent.Contains("<b>Backup</b>", StringComparison.Ordinal));
        Assert.Contains(admin.Name, row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, list.Source.Text, StringComparison.Ordinal);
        var url = row.QuerySelector("a[href$='/revocation']")!.GetAttribute("href")!;
        using var revoked = await theirs.SubmitAsync(url, "main form");
        Assert.Equal("The key is revoked.", (await theirs.FollowAsync(revoked)).Flash());
        await IsDeadAsync(site.Holding(secret));
    }

    [Fact]
    public async Task A_key_gets_another_name_by_both_doors_and_stays_the_same_key()
    {
        var admin = await site.AdminAsync();
        var (id, secret) = await site.KeyAsync(admin, "read");
        using var empty = await site.Api(admin).PatchAsJsonAsync($"{Keys.Url}/{id}", new { name = " " });
        Assert.Equal("Enter a name.", await empty.ErrorAsync("name"));
        using var renamed = await site.Api(admin).PatchAsJsonAsync($"{Keys.Url}/{id}", new { name = "Monitoring" });
        Assert.Equal("Monitoring", (await renamed.EnsureSuccessStatusCode().JsonAsync()).Text("name"));
        var browser = site.Browser(admin);
        using var wrong = await browser.SubmitAsync($"/admin/api-keys/{id}/name", "main form", ("Form.Name", ""));
        Assert.Equal("Enter a name.", (await wrong.ProblemsAsync())[0]);
        using var again = await browser.SubmitAsync($"/admin/api-keys/{id}/name", "main form", ("Form.Name", "<b>Backup</b>"));
        Assert.Equal("Renamed to “<b>Backup</b>”.", (await browser.FollowAsync(again)).Flash());
        var lines = await site.LinesAboutAsync(id);
        Assert.Equal(["key.created", "key.renamed", "key.renamed"], lines.Actions());
        Assert.Equal(("Monitoring", "<b>Backup</b>"), (lines[2].Fact("from"), lines[2].Fact("to")));
        await site.Holding(secret).JsonAsync("/api/v1/tickets");
    }

    [Fact]
    public async Task What_cannot_be_is_said_beside_its_field()
    {
        var api = site.Api(await site.AdminAsync());
        foreach (var (body, field, sentence) in new (object, string, string)[]
        {
            (new { name = "", scope = "read" }, "name", "Enter a name."),
            (new { name = "x" }, "scope", "Choose what it may do: read, write or admin."),
            (new { name = "x", scope = "Admin" }, "scope", "Choose what it may do: read, write or admin."),
            (new { name = "x", scope = "read", expiresInDays = 366 }, "expiresInDays", "A key can work for 1 to 365 days, or never expire."),
            (new { name = "x", scope = "read", expiresInDays = 0 }, "expiresInDays", "A key can work for 1 to 365 days, or never expire."),
        })
        {
            using var answer = await api.PostAsJsonAsync(Keys.Url, body);
            Assert.Equal(sentence, await answer.ErrorAsync(field));
        }
    }

    [Fact]
    public async Task Only_a_fresh_sign_in_makes_one_and_no_key_does()
    {
        var admin = await site.AdminAsync();
        var key = site.Holding((await site.KeyAsync(admin, "admin")).Secret);
        using var byKey = await key.PostAsJsonAsync(Keys.Url, new { name = "Another", scope = "admin" });
        Assert.Equal("An API key cannot do this. Sign in yourself.", await byKey.WhyAsync(HttpStatusCode.Forbidden));
        site.Clock.Advance(TimeSpan.FromMinutes(11));
        using var late = await site.Api(admin).PostAsJsonAsync(Keys.Url, new { name = "Late", scope = "read" });
        Assert.EndsWith("step-up-required", (await late.ReadAsync(HttpStatusCode.Unauthorized)).Text("type"), StringComparison.Ordinal);
        using var page = await site.Browser(admin).GetAsync("/admin/api-keys/new");
        Assert.StartsWith("/account/confirm", page.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_opens_the_api_and_no_page_and_lies_nowhere_in_the_open()
    {
        var admin = await site.AdminAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, Keys.Url)
        {
            Content = JsonContent.Create(new { name = "Once", scope = "admin" }),
            Headers = { { "Idempotency-Key", "once-only" } },
        };
        using var made = await site.Api(admin).SendAsync(request);
        var secret = (await made.ReadAsync(HttpStatusCode.Created)).Text("key");
        var browser = site.Browser();
        browser.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        using var page = await browser.GetAsync("/admin");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);

        // The stored answer of a repeated request would be a copy of the key.
        using var again = new HttpRequestMessage(HttpMethod.Post, Keys.Url)
        {
            Content = JsonContent.Create(new { name = "Once", scope = "admin" }),
            Headers = { { "Idempotency-Key", "once-only" } },
        };
        using var repeated = await site.Api(admin).SendAsync(again);
        Assert.Equal(HttpStatusCode.Conflict, repeated.StatusCode);
        var kept = await site.WithAsync<PlatformDbContext, IdempotencyKey>(db => db.IdempotencyKeys.AsNoTracking().SingleAsync(row => row.CallerId == admin.Id));
        Assert.Null(kept.Body);
        var row = await site.WithAsync<AuthDbContext, ApiKey>(db => db.ApiKeys.AsNoTracking().SingleAsync(key => key.OwnerId == admin.Id));
        Assert.Equal(Secret.Hash(secret), row.Hash);
        Assert.DoesNotContain(secret, JsonSerializer.Serialize(row), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_one_and_one_that_never_was_are_dead()
    {
        var admin = await site.AdminAsync();
        var (_, day) = await site.KeyAsync(admin, "read", days: 1);
        var (_, never) = await site.KeyAsync(admin, "read", days: null);
        site.Clock.Advance(TimeSpan.FromHours(25));
        await IsDeadAsync(site.Holding(day));
        await IsDeadAsync(site.Holding("hd_" + Secret.Create()));
        await IsDeadAsync(site.Holding(never[..^1] + (never[^1] == 'A' ? 'E' : 'A')));
        await site.Holding(never).JsonAsync("/api/v1/auth/me");
    }

    [Fact]
    public async Task It_dies_with_its_owner_for_good()
    {
        var (admin, owner) = (await site.AdminAsync(), await site.AdminAsync("Olga Owner"));
        var (id, secret) = await site.KeyAsync(owner, "admin");
        var acting = new CurrentUser { Id = admin.Id, IsStaff = true, IsAdmin = true };
        await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(owner.Id, new() { IsActive = false }, acting, CancellationToken.None));
        await IsDeadAsync(site.Holding(secret));
        await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(owner.Id, new() { IsActive = true }, acting, CancellationToken.None));
        await IsDeadAsync(site.Holding(secret));
        Assert.Equal(owner.Id.ToString(), (await site.LineAboutAsync(id, "key.revoked")).Fact("owner"));
    }

    [Fact]
    public async Task It_may_no_more_than_its_owner_may_now()
    {
        var (admin, owner) = (await site.AdminAsync(), await site.AdminAsync("Olga Owner"));
        var key = site.Holding((await site.KeyAsync(owner, "admin")).Secret);
        var acting = new CurrentUser { Id = admin.Id, IsStaff = true, IsAdmin = true };
        await key.JsonAsync("/api/v1/admin/audit-log");
        foreach (var (role, log, queue) in new[] { (Role.Agent, HttpStatusCode.Forbidden, HttpStatusCode.OK), (Role.Employee, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden) })
        {
            await site.WithAsync<ChangePersonHandler>(change => change.HandleAsync(owner.Id, new() { Role = RoleNames.Of(role) }, acting, CancellationToken.None));
            Assert.Equal((log, queue), ((await key.GetAsync("/api/v1/admin/audit-log")).StatusCode, (await key.GetAsync("/api/v1/admin/tickets")).StatusCode));
        }
    }

    [Fact]
    public async Task Limits_count_each_key_for_itself()
    {
        var admin = await site.AdminAsync();
        var (one, two) = (site.Holding((await site.KeyAsync(admin, "read")).Secret), site.Holding((await site.KeyAsync(admin, "read")).Secret));
        Assert.Equal(await RemainingAsync(one) - 1, await RemainingAsync(one));
        Assert.Equal(await RemainingAsync(one) + 2, await RemainingAsync(two));
    }

    [Fact]
    public async Task What_it_does_is_recorded_as_its_owners_with_its_id()
    {
        var (admin, priya) = (await site.AdminAsync(), await site.EmployeeAsync());
        var (id, secret) = await site.KeyAsync(admin, "write");
        var ticket = await site.FileAsync(await site.EmployeeAsync("Jonas Weber"));
        (await site.Holding(secret).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/participants", new { participants = new[] { priya.Email } })).EnsureSuccessStatusCode();
        var line = await site.LineAboutAsync(ticket.Id, "ticket.shared");
        Assert.Equal((admin.Id, id.ToString()), (line.ActorId, line.Fact("key")));
        Assert.Contains(priya.Id.ToString(), line.Fact("people"), StringComparison.Ordinal);
    }

    private static async Task IsDeadAsync(HttpClient program)
    {
        using var answer = await program.GetAsync("/api/v1/auth/me");
        Assert.Equal("This API key is unknown, revoked or expired.", await answer.WhyAsync(HttpStatusCode.Unauthorized));
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    private static async Task<int> RemainingAsync(HttpClient program)
    {
        using var answer = await program.GetAsync("/api/v1/auth/me");
        return int.Parse(answer.Headers.GetValues("RateLimit-Remaining").Single(), System.Globalization.CultureInfo.InvariantCulture);
    }
}
