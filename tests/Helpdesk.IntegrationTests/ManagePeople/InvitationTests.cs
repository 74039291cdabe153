using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.InvitePeople;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.ManagePeople;

/// <summary>Invitations: who gets one, what the link is good for, and how it is taken back.</summary>
public sealed class InvitationTests(AuthSite site) : IClassFixture<AuthSite>
{
    private const string New = "a kettle, a comb, a bell";
    private const string WorksNoMore = "This link does not work any more. Ask for a new one.";

    [Fact]
    public async Task Somebody_is_invited_chooses_a_password_and_signs_in()
    {
        var admin = await site.AdminAsync("Ana Admin");
        var team = await site.TeamAsync($"Network {Guid.NewGuid():N}");
        var email = Accounts.NewEmail();
        using var made = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email, name = "Kim Kowalski", role = "agent", teamIds = new[] { team } });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var person = await made.JsonAsync();
        var id = person.GetProperty("id").GetGuid();
        Assert.Equal($"/api/v1/admin/users/{id}", made.Headers.Location!.OriginalString);
        Assert.Equal(("invited", "agent", team), (person.Text("state"), person.Text("role"), person.GetProperty("teams")[0].GetProperty("id").GetGuid()));
        Assert.False(person.GetProperty("emailVerified").GetBoolean());

        var mail = Assert.Single(await site.MailsToAsync(email));
        Assert.Equal(InvitationMail.Kind, mail.Kind);
        var token = site.TokenIn(mail);
        Assert.DoesNotContain(token, mail.Parameters, StringComparison.Ordinal);
        var composed = (await site.ComposedAsync(mail))!;
        Assert.StartsWith("Ana Admin invites you to", composed.Subject, StringComparison.Ordinal);
        Assert.Contains("You are an agent.", composed.Text, StringComparison.Ordinal);
        Assert.Contains("The link works for 7 days, once.", composed.Text, StringComparison.Ordinal);
        Assert.Contains($"/reset?token={token}", composed.Text, StringComparison.Ordinal);

        var browser = site.Stranger();
        var page = await browser.PageAsync($"/reset?token={token}");
        Assert.Contains("Welcome, Kim Kowalski.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var set = await browser.SubmitAsync(page, $"/reset?token={token}", "main form", ("Form.NewPassword", New));
        Assert.Equal("/signin", set.Headers.Location!.OriginalString);
        Assert.Contains("Your account is ready. Sign in.", (await browser.PageAsync("/signin")).Body!.TextContent, StringComparison.Ordinal);
        using var login = await site.Program().LogInAsync(email, New);
        Assert.True((await login.JsonAsync()).GetProperty("user").GetProperty("emailVerified").GetBoolean());
        Assert.Equal("active", (await site.Api(admin).GetFromJsonAsync<JsonElement>($"/api/v1/admin/users/{id}")).Text("state"));
        Assert.Equal(["account.created", "account.invitation-accepted"], (await site.LinesAboutAsync(id)).Actions().Take(2));
        // Nobody is told that a first password was "changed", and nothing works twice.
        Assert.Single(await site.MailsToAsync(email));
        Assert.Equal(WorksNoMore, await ResetAsync(token));
    }

    [Fact]
    public async Task Many_are_invited_by_the_page_after_a_look()
    {
        var admin = await site.AdminAsync();
        var known = await site.AccountAsync();
        var (one, other) = (Accounts.NewEmail("one"), Accounts.NewEmail("other"));
        var browser = site.Browser(admin);
        const string url = "/admin/people/invitations";
        var lines = $"One Person <{one}>\n\n{other}\n{known.Email}\nnot an address\nTwice <{one.ToUpperInvariant()}>";
        using var looked = await browser.SubmitAsync(url, "main form", ("Form.People", lines));
        Assert.Equal(HttpStatusCode.OK, looked.StatusCode);
        var preview = await looked.PageAsync();
        Assert.Equal(
            ["", "", "There is an account with this address already.", "Enter an e-mail address like name@example.com.", "This address stands in line 1 already."],
            preview.QuerySelectorAll("tbody tr").Select(row => row.QuerySelector(".error")?.TextContent ?? ""));
        Assert.Equal(lines, preview.QuerySelector("textarea")!.TextContent.ReplaceLineEndings("\n").TrimStart('\n'));
        Assert.Null(preview.QuerySelector("button[name=send]"));

        // Who sends it all the same gets the sentences, and nobody is invited.
        using var forced = await browser.SubmitAsync(preview, url, "main form", ("Form.People", lines), ("send", "true"));
        Assert.Equal(HttpStatusCode.BadRequest, forced.StatusCode);
        Assert.Contains("Line 4: There is an account with this address already.", await forced.ProblemsAsync());
        Assert.Empty(await site.MailsToAsync(one));

        using var good = await browser.SubmitAsync(url, "main form", ("Form.People", $"One Person <{one}>\r\n{other}"));
        var ready = await good.PageAsync();
        Assert.Equal("Invite 2 people", ready.QuerySelector("button[name=send]")!.TextContent);
        using var sent = await browser.SubmitAsync(ready, url, "main form", ("send", "true"));
        Assert.Equal("/admin/people", sent.Headers.Location!.OriginalString);
        Assert.Contains("2 invitations sent. They work for 7 days.", (await browser.PageAsync("/admin/people")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Single(await site.MailsToAsync(one));
        Assert.Equal("other." + other.Split('.')[1].Split('@')[0], await NameOfAsync(other));
    }

    [Fact]
    public async Task Many_are_invited_by_the_api()
    {
        var admin = await site.AdminAsync();
        var email = Accounts.NewEmail();
        using var trial = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users/invitations?trial=true", new { people = $"{email}\n{email}" });
        Assert.Equal([JsonValueKind.Null, JsonValueKind.String], (await trial.JsonAsync()).GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("fault").ValueKind));
        using var refused = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users/invitations", new { people = $"{email}\n{email}" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Empty(await site.MailsToAsync(email));
        using var invited = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users/invitations", new { people = email, role = "employee" });
        Assert.Equal(HttpStatusCode.OK, invited.StatusCode);
        Assert.Single(await site.MailsToAsync(email));
        using var tooMany = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users/invitations", new { people = string.Join('\n', Enumerable.Range(0, 201).Select(i => $"p{i}@example.com")) });
        Assert.Equal(HttpStatusCode.BadRequest, tooMany.StatusCode);
        using var taken = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email = email.ToUpperInvariant(), name = "Kim" });
        Assert.Equal(HttpStatusCode.Conflict, taken.StatusCode);
        using var noTeam = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email = Accounts.NewEmail(), name = "Kim", teamIds = new[] { Guid.NewGuid() } });
        Assert.Equal(HttpStatusCode.BadRequest, noTeam.StatusCode);
    }

    [Fact]
    public async Task Of_many_who_invite_the_same_person_at_once_one_does()
    {
        var admin = await site.AdminAsync();
        var email = Accounts.NewEmail();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email, name = "Kim" })));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.Conflict));
        Assert.Single(await site.MailsToAsync(email));
    }

    [Fact]
    public async Task Of_fifty_who_use_the_link_at_once_one_wins()
    {
        var (_, email) = await InviteAsync(await site.AdminAsync());
        var token = await site.TokenMailedToAsync(email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => ResetAsync(token, $"{New} number {i}")));
        Assert.Single(answers, answer => answer is null);
    }

    [Fact]
    public async Task The_link_ends_after_seven_days_and_with_a_deactivation()
    {
        var admin = await site.AdminAsync();
        var (id, email) = await InviteAsync(admin);
        var token = await site.TokenMailedToAsync(email);
        using var off = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{id}", new { isActive = false });
        Assert.Equal(WorksNoMore, await ResetAsync(token));
        using var again = await site.Api(admin).PostAsync($"/api/v1/admin/users/{id}/invitation", null);
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var on = await site.Api(admin).PatchAsJsonAsync($"/api/v1/admin/users/{id}", new { isActive = true });

        site.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        Assert.Contains("Welcome", (await site.Stranger().PageAsync($"/reset?token={token}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Contains(WorksNoMore, (await site.Stranger().PageAsync($"/reset?token={token}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(WorksNoMore, await ResetAsync(token));
    }

    [Fact]
    public async Task A_newer_invitation_takes_the_place_of_the_first()
    {
        var admin = await site.AdminAsync();
        var (id, email) = await InviteAsync(admin);
        var first = await site.TokenMailedToAsync(email);
        var (browser, url) = (site.Browser(admin), $"/admin/people/{id}");
        using var again = await browser.SubmitAsync(url, $"form[action='{url}/invitation']");
        Assert.Equal(url, again.Headers.Location!.OriginalString);
        Assert.Contains($"Invitation sent to {email}. It works for 7 days.", (await browser.PageAsync(url)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await site.MailsToAsync(email)).Count);
        Assert.Equal(WorksNoMore, await ResetAsync(first));
        Assert.Null(await ResetAsync(await site.TokenMailedToAsync(email)));
        using var late = await site.Api(admin).PostAsync($"/api/v1/admin/users/{id}/invitation", null);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        using var kept = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{id}/invitation");
        Assert.Equal(HttpStatusCode.Conflict, kept.StatusCode);
    }

    [Fact]
    public async Task Who_asks_for_a_link_keeps_the_invitation_and_either_makes_the_account_ready()
    {
        var (_, email) = await InviteAsync(await site.AdminAsync());
        var invitation = await site.TokenMailedToAsync(email);
        (await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email })).Dispose();
        Assert.Null(await ResetAsync(await site.TokenMailedToAsync(email)));
        Assert.Equal(WorksNoMore, await ResetAsync(invitation));
        var (_, second) = await InviteAsync(await site.AdminAsync());
        invitation = await site.TokenMailedToAsync(second);
        (await site.Program().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = second })).Dispose();
        Assert.Null(await ResetAsync(invitation));
    }

    [Fact]
    public async Task An_invitation_is_taken_back_and_the_address_is_free_again()
    {
        var admin = await site.AdminAsync();
        var (id, email) = await InviteAsync(admin);
        var token = await site.TokenMailedToAsync(email);
        using var taken = await site.Browser(admin).SubmitAsync($"/admin/people/{id}/invitation/removal", "main form");
        Assert.Equal("/admin/people", taken.Headers.Location!.OriginalString);
        Assert.Equal(WorksNoMore, await ResetAsync(token));
        Assert.Empty(await site.MailsToAsync(email));
        using var shown = await site.Api(admin).GetAsync($"/api/v1/admin/users/{id}");
        Assert.Equal(HttpStatusCode.NotFound, shown.StatusCode);
        Assert.Equal(admin.Id, (await site.LineAboutAsync(id, "account.invitation-taken-back")).ActorId);
        using var anew = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email, name = "Kim" });
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
        using var byApi = await site.Api(admin).DeleteAsync($"/api/v1/admin/users/{(await anew.JsonAsync()).GetProperty("id").GetGuid()}/invitation");
        Assert.Equal(HttpStatusCode.NoContent, byApi.StatusCode);
    }

    [Fact]
    public async Task Without_a_password_nobody_signs_in()
    {
        var (_, email) = await InviteAsync(await site.AdminAsync());
        foreach (var password in new[] { "", " ", "null", New })
        {
            using var refused = await site.Program().LogInAsync(email, password);
            Assert.NotEqual(HttpStatusCode.OK, refused.StatusCode);
        }
    }

    private async Task<(Guid Id, string Email)> InviteAsync(Person admin, string role = "employee")
    {
        var email = Accounts.NewEmail();
        using var made = await site.Api(admin).PostAsJsonAsync("/api/v1/admin/users", new { email, name = "Kim Kowalski", role });
        return ((await made.JsonAsync()).GetProperty("id").GetGuid(), email);
    }

    /// <summary>Null when it worked; else the sentence about the link, or what came in its place.</summary>
    private async Task<string?> ResetAsync(string token, string password = New)
    {
        using var answer = await site.Program().PostAsJsonAsync("/api/v1/auth/reset-password", new { token, newPassword = password });
        return answer.IsSuccessStatusCode ? null
            : answer.StatusCode == HttpStatusCode.BadRequest ? (await answer.JsonAsync()).GetProperty("errors").GetProperty("token")[0].GetString()
            : answer.StatusCode.ToString();
    }

    private Task<string> NameOfAsync(string email) =>
        site.WithAsync<AuthDbContext, string>(db => db.Users.Where(user => user.Email == email).Select(user => user.Name).SingleAsync());
}
