using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;

namespace Helpdesk.IntegrationTests.ManagePeople;

/// <summary>What administrators decide about a person, by page and by API.</summary>
public sealed class ChangePersonTests(Databases databases) : IAsyncLifetime
{
    private readonly AuthSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task One_call_changes_everything_or_nothing()
    {
        var (admin, person) = (await site.AdminAsync(), await site.EmployeeAsync("Priya Patel"));
        var team = await site.TeamAsync("Network");
        using var refused = await PatchAsync(admin, person, new { name = "Priya Raman", role = "agent", teamIds = new[] { Guid.NewGuid() } });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("There is no such team.", (await refused.JsonAsync()).GetProperty("errors").GetProperty("teamIds")[0].GetString());
        var before = await ShowAsync(admin, person);
        Assert.Equal(("Priya Patel", "employee"), (before.Text("name"), before.Text("role")));

        using var changed = await PatchAsync(admin, person, new { name = " Priya Raman ", role = "agent", teamIds = new[] { team }, requireTwoFactor = true });
        var after = await changed.JsonAsync();
        Assert.Equal(("Priya Raman", "agent", "Network"), (after.Text("name"), after.Text("role"), after.GetProperty("teams")[0].Text("name")));
        Assert.True(after.GetProperty("requireTwoFactor").GetBoolean());
        var lines = await site.LinesAboutAsync(person.Id);
        Assert.Equal(["account.profile-changed", "factor.required", "account.role-changed", "account.teams-changed"], lines.Actions());
        Assert.All(lines, line => Assert.Equal(admin.Id, line.ActorId));
        Assert.DoesNotContain("Priya", string.Concat(lines.Select(line => line.Details)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"role\":\"boss\"}", "role")]
    [InlineData("{\"name\":\"\"}", "name")]
    [InlineData("{\"name\":\"two\\nlines\"}", "name")]
    [InlineData("{\"giveTicketsTo\":\"01990000-0000-7000-8000-000000000000\"}", "giveTicketsTo")]
    [InlineData("{\"isActive\":false,\"giveTicketsTo\":\"01990000-0000-7000-8000-000000000000\"}", "giveTicketsTo")]
    public async Task What_cannot_be_is_refused_beside_its_field(string body, string field)
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync());
        using var refused = await site.Api(admin).PatchAsync($"/api/v1/admin/users/{person.Id}", new StringContent(body, null, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True((await refused.JsonAsync()).GetProperty("errors").TryGetProperty(field, out _));
        Assert.True((await ShowAsync(admin, person)).GetProperty("isActive").GetBoolean());
    }

    [Fact]
    public async Task Fields_that_nobody_sets_are_refused()
    {
        var (admin, person) = (await site.AdminAsync(), await site.EmployeeAsync());
        using var refused = await PatchAsync(admin, person, new { email = "other@example.com" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task Teams_are_of_those_who_work()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync());
        var team = await site.TeamAsync("Network", person);
        using var demoted = await PatchAsync(admin, person, new { role = "employee" });
        Assert.Empty((await demoted.JsonAsync()).GetProperty("teams").EnumerateArray());
        using var refused = await PatchAsync(admin, person, new { teamIds = new[] { team } });
        Assert.Equal("Only agents and administrators can be in a team.", (await refused.JsonAsync()).GetProperty("errors").GetProperty("teamIds")[0].GetString());
    }

    [Fact]
    public async Task Each_form_of_the_page_changes_its_own_field()
    {
        var (admin, person) = (await site.AdminAsync(), await site.EmployeeAsync("Priya Patel"));
        var team = await site.TeamAsync("Network");
        var (browser, url) = (site.Browser(admin), $"/admin/people/{person.Id}");
        async Task<string> SaysAsync(string section, params (string Name, string Value)[] fields)
        {
            using var answer = await browser.SubmitAsync(url, $"section[aria-labelledby={section}] form", fields);
            Assert.Equal(url, answer.Headers.Location?.OriginalString);
            return (await browser.PageAsync(url)).Body!.TextContent;
        }

        Assert.Contains("Saved.", await SaysAsync("profile", ("Form.Name", "Priya Raman")), StringComparison.Ordinal);
        Assert.Contains("Priya Raman is now an agent. It counts from the next click.", await SaysAsync("role", ("Form.Role", "agent")), StringComparison.Ordinal);
        using (var joined = await browser.SubmitAsync(url, "section[aria-labelledby=role] form:has([name='Form.SetsTeams'])", ("Form.TeamIds", team.ToString())))
        {
            Assert.Equal(HttpStatusCode.Redirect, joined.StatusCode);
        }

        Assert.Contains("Priya Raman must have a second factor from the next sign-in on.", await SaysAsync("sign-in"), StringComparison.Ordinal);
        var shown = await ShowAsync(admin, person);
        Assert.Equal(("Priya Raman", "agent", "Network"), (shown.Text("name"), shown.Text("role"), shown.GetProperty("teams")[0].Text("name")));
        using var empty = await browser.SubmitAsync(url, "section[aria-labelledby=profile] form", ("Form.Name", ""));
        Assert.Equal(["Enter a name."], await empty.ProblemsAsync());
    }

    [Fact]
    public async Task Ticks_that_nobody_touched_undo_nobodys_change()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync());
        var (first, second, third) = (await site.TeamAsync("First", person), await site.TeamAsync("Second", person), await site.TeamAsync("Third"));
        var (browser, url, form) = (site.Browser(admin), $"/admin/people/{person.Id}", "section[aria-labelledby=role] form:has([name='Form.SetsTeams'])");
        var seen = await browser.PageAsync(url);
        using var meanwhile = await PatchAsync(admin, person, new { teamIds = new[] { second, third } });
        seen.QuerySelector($"[name='Form.TeamIds'][value='{second}']")!.RemoveAttribute("checked");
        using var late = await browser.SubmitAsync(seen, url, form);
        Assert.Equal(HttpStatusCode.Redirect, late.StatusCode);
        Assert.Equal(["Third"], (await ShowAsync(admin, person)).GetProperty("teams").EnumerateArray().Select(team => team.Text("name")));
    }

    [Fact]
    public async Task A_required_factor_is_asked_for_at_the_next_sign_in()
    {
        var (admin, account) = (await site.AdminAsync(), await site.AccountAsync());
        using var required = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{account.Id}", new { requireTwoFactor = true });
        Assert.Equal(HttpStatusCode.OK, required.StatusCode);
        var browser = site.Stranger();
        using var signedIn = await browser.SignInAsync(account.Email);
        using var sentOn = await browser.GetAsync("/tickets");
        Assert.Equal("/account/security", sentOn.Headers.Location!.OriginalString);

        using var taken = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{account.Id}", new { requireTwoFactor = false });
        var other = site.Stranger();
        using var again = await other.SignInAsync(account.Email);
        using var open = await other.GetAsync("/tickets");
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
    }

    [Fact]
    public async Task One_administrator_stays_whatever_two_do_at_once()
    {
        for (var round = 0; round < 5; round++)
        {
            var (one, other) = (await site.AdminAsync(), await site.AdminAsync());
            var answers = await Task.WhenAll(PatchAsync(one, other, new { role = "agent" }), PatchAsync(other, one, new { isActive = false }));
            Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
            // Who stayed is alone again.
            var winner = answers[0].StatusCode == HttpStatusCode.OK ? one : other;
            using var last = await PatchAsync(winner, winner, new { role = "employee" });
            Assert.Equal(HttpStatusCode.Conflict, last.StatusCode);
            Assert.Equal("There must be at least one active administrator.", (await last.JsonAsync()).Text("detail"));
            using var page = await site.Browser(winner).SubmitAsync($"/admin/people/{winner.Id}", "section[aria-labelledby=role] form", ("Form.Role", "agent"));
            Assert.Equal(["There must be at least one active administrator."], await page.ProblemsAsync());
            var next = await site.AdminAsync();
            using var handed = await PatchAsync(next, winner, new { role = "employee" });
            using var gone = await site.Api(winner).GetAsync("/api/v1/admin/users");
            Assert.Equal(HttpStatusCode.Forbidden, gone.StatusCode);
            await site.WithAsync<Helpdesk.Auth.Data.AuthDbContext>(async db =>
            {
                db.RemoveRange(db.Users);
                await db.SaveChangesAsync();
            });
        }
    }

    [Fact]
    public async Task Who_was_invited_and_never_came_is_no_administrator_that_stays()
    {
        var admin = await site.AdminAsync();
        using var invited = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email = Accounts.NewEmail(), name = "Never Nils", role = "admin" });
        using var demoted = await PatchAsync(admin, admin, new { role = "agent" });
        using var deactivated = await PatchAsync(admin, admin, new { isActive = false });
        using var anonymised = await site.Api(admin).PostAsJsonAsync($"/api/v1/admin/users/{admin.Id}/anonymise", new { confirmName = admin.Name });
        Assert.All([demoted, deactivated, anonymised], answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode));
        using var takenBack = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{(await invited.JsonAsync()).GetProperty("id").GetGuid()}/invitation");
        Assert.Equal(HttpStatusCode.NoContent, takenBack.StatusCode);
    }

    [Fact]
    public async Task An_administrator_may_leave_when_another_stays()
    {
        var (admin, other) = (await site.AdminAsync("Ada Admin"), await site.AdminAsync("Otto Other"));
        var page = await site.Browser(admin).PageAsync($"/admin/people/{admin.Id}/deactivation");
        Assert.Contains("This is you. You are signed out at once", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var demoted = await site.Browser(admin).SubmitAsync($"/admin/people/{admin.Id}", "section[aria-labelledby=role] form", ("Form.Role", "agent"));
        Assert.Equal("/", demoted.Headers.Location!.OriginalString);
        Assert.Equal("agent", (await ShowAsync(other, admin)).Text("role"));
    }

    [Fact]
    public async Task A_person_is_anonymised_and_their_factor_reset_by_page()
    {
        var (admin, person) = (await site.AdminAsync(), await site.EmployeeAsync("Zoë Zacharias"));
        var browser = site.Browser(admin);
        using var reset = await browser.SubmitAsync($"/admin/people/{person.Id}/second-factor/removal", "main form");
        Assert.Equal($"/admin/people/{person.Id}", reset.Headers.Location!.OriginalString);
        await site.LineAboutAsync(person.Id, "factor.reset");
        var url = $"/admin/people/{person.Id}/anonymisation";
        using var wrong = await browser.SubmitAsync(url, "main form", ("Form.ConfirmName", "zoë"));
        Assert.Equal(["This is not the person's name. Type it as it is written."], await wrong.ProblemsAsync());
        using var done = await browser.SubmitAsync(url, "main form", ("Form.ConfirmName", "Zoë Zacharias"));
        Assert.Equal("/admin/people", done.Headers.Location!.OriginalString);
        using var gone = await browser.GetAsync($"/admin/people/{person.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task A_link_for_a_new_password_is_mailed()
    {
        var (admin, account) = (await site.AdminAsync(), await site.AccountAsync());
        var url = $"/admin/people/{account.Id}";
        using var sent = await site.Browser(admin).SubmitAsync(url, $"form[action='{url}/reset-link']");
        Assert.Equal(url, sent.Headers.Location!.OriginalString);
        var mail = Assert.Single(await site.MailsToAsync(account.Email));
        var composed = (await site.ComposedAsync(mail))!;
        Assert.Contains("An administrator asked for a new password", composed.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Device", composed.Text, StringComparison.Ordinal);
        using var again = await site.Api(admin).PostAsync($"/api/v1/admin/users/{account.Id}/reset-password", null);
        Assert.Equal(HttpStatusCode.NoContent, again.StatusCode);
        // The newer one counts, the present password until it is used.
        Assert.Null(await site.ComposedAsync(mail));
        using var still = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);
        using var reset = await site.Program().PostAsJsonAsync(
            "/api/v1/auth/reset-password", new { token = await site.TokenMailedToAsync(account.Email), newPassword = "a kettle, a comb, a bell" });
        Assert.Equal(HttpStatusCode.NoContent, reset.StatusCode);

        using var off = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{account.Id}", new { isActive = false });
        using var refused = await site.Api(admin).PostAsync($"/api/v1/admin/users/{account.Id}/reset-password", null);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
    }

    private Task<HttpResponseMessage> PatchAsync(Person by, Person person, object change) =>
        site.Api(by).PatchAsJsonAsync($"/api/v1/admin/users/{person.Id}", change);

    private Task<JsonElement> ShowAsync(Person by, Person person) => site.Api(by).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users/{person.Id}");
}
