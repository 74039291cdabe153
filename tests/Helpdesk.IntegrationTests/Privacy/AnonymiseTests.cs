using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.IntegrationTests.Audit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Microsoft.EntityFrameworkCore;

namespace Helpdesk.IntegrationTests.Privacy;

/// <summary>Administrators anonymise: who may, when it is refused, and what remains.</summary>
public sealed class AnonymiseTests(Databases databases) : IAsyncLifetime
{
    private readonly Site site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Only_an_active_administrator_may_and_only_by_the_name()
    {
        var (admin, person) = (await site.AdminAsync(), await site.EmployeeAsync("Zoë Zacharias"));
        var gone = await site.AdminAsync("Gone Admin");
        await site.WithAsync<AuthDbContext>(db => db.Users.Where(user => user.Id == gone.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, site.Clock.GetUtcNow())));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnonymiseAsync(null, person.Id, "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.Forbidden, await AnonymiseAsync(person, person.Id, "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.Forbidden, await AnonymiseAsync(await site.EmployeeAsync(), person.Id, "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.Forbidden, await AnonymiseAsync(await site.AgentAsync(), person.Id, "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AnonymiseAsync(gone, person.Id, "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.NotFound, await AnonymiseAsync(admin, Guid.NewGuid(), "Zoë Zacharias"));
        Assert.Equal(HttpStatusCode.BadRequest, await AnonymiseAsync(admin, person.Id, ""));
        Assert.Equal(HttpStatusCode.BadRequest, await AnonymiseAsync(admin, person.Id, "zoë zacharias"));
        Assert.NotNull(await CardAsync(person));

        Assert.Equal(HttpStatusCode.NoContent, await AnonymiseAsync(admin, person.Id, " Zoë Zacharias "));
        Assert.Null(await CardAsync(person));
        Assert.Equal(HttpStatusCode.NotFound, await AnonymiseAsync(admin, person.Id, "Zoë Zacharias"));
        var line = await site.LineAboutAsync(person.Id, "account.anonymised");
        Assert.Equal((admin.Id, "{}"), (line.ActorId!.Value, line.Details));
    }

    [Fact]
    public async Task The_last_active_administrator_stays()
    {
        var admin = await site.AdminAsync("Ada Admin");
        Assert.Equal(HttpStatusCode.Conflict, await AnonymiseAsync(admin, admin.Id, "Ada Admin"));
        var second = await site.AdminAsync("Ada Second");
        var both = await Task.WhenAll(AnonymiseAsync(admin, second.Id, "Ada Second"), AnonymiseAsync(second, admin.Id, "Ada Admin"));
        Assert.Single(both, HttpStatusCode.NoContent);
        Assert.Equal(1, await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync(user => user.Role == Role.Admin && user.DeactivatedAt == null)));
    }

    [Fact]
    public async Task Every_way_in_is_closed_at_once_and_for_good()
    {
        var (admin, person) = (await site.AdminAsync(), await site.AgentAsync("Quaxl Quentin"));
        await AnonymiseAsync(admin, person.Id, "Quaxl Quentin");
        using var api = await site.Api(person).GetAsync("/api/v1/auth/me");
        using var page = await site.Browser(person).GetAsync("/account/data");
        Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
        Assert.StartsWith("/signin?", page.Headers.Location!.OriginalString);
        var user = new CurrentUser { Id = admin.Id, IsAdmin = true, IsStaff = true };
        foreach (var request in new ChangePersonRequest[] { new() { IsActive = true }, new() { Role = "admin" }, new() { IsActive = false } })
        {
            var outcome = await site.WithAsync<ChangePersonHandler, Outcome<PersonView>>(handler => handler.HandleAsync(person.Id, request, user, default));
            Assert.IsType<Refusal.NotFound>(outcome.Refusal);
        }

        using var forgot = await site.Api().PostAsJsonAsync("/api/v1/auth/forgot-password", new { email = person.Email });
        using var anew = await site.Api().PostAsJsonAsync("/api/v1/auth/signup", new { email = person.Email, name = "Somebody New", password = "a lamp, a boat, a letter" });
        Assert.Equal(HttpStatusCode.Created, anew.StatusCode);
        Assert.NotEqual(person.Id, (await anew.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Tickets_stay_and_show_a_former_user()
    {
        var (admin, agent) = (await site.AdminAsync(), await site.AgentAsync("Dana Diaz"));
        var (person, other) = (await site.EmployeeAsync("Quaxl Quentin"), await site.EmployeeAsync("Otto Other"));
        var left = await site.AgentAsync("Lukas Left");
        using var filed = await site.Api(person).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "Lamp flickers", description = "It flickers.", category = "Hardware", participants = new[] { other.Email } });
        var json = await filed.Content.ReadFromJsonAsync<JsonElement>();
        var ticket = new FiledTicket(json.GetProperty("id").GetGuid(), json.GetProperty("number").GetInt32());
        await site.SayAsync(left, ticket, "Which lamp?");
        await site.ChangeAsync(agent, ticket, new { assigneeId = left.Id });
        await AnonymiseAsync(admin, person.Id, "Quaxl Quentin");
        await AnonymiseAsync(admin, left.Id, "Lukas Left");

        string[] gone = ["Quaxl", person.Email, "Lukas", left.Email];
        foreach (var reader in new[] { agent, other })
        {
            var shown = (await site.LookAsync(reader, ticket)).ToString();
            Assert.Contains("former user", shown);
            Assert.Contains("It flickers.", shown);
            var pages = shown;
            foreach (var url in new[] { ticket.Url, "/", "/tickets?box=copied", "/queue", "/queue?q=flickers", $"/queue?requester={person.Id}" })
            {
                using var answer = await site.Browser(reader).GetAsync(url);
                pages += await answer.Content.ReadAsStringAsync();
            }

            Assert.All(gone, name => Assert.DoesNotContain(name, pages, StringComparison.OrdinalIgnoreCase));
            Assert.Contains("former user", pages);
        }

        Assert.Equal(JsonValueKind.Null, (await site.LookAsync(agent, ticket)).GetProperty("assignee").ValueKind);
        foreach (var name in new[] { "Quaxl", person.Email })
        {
            foreach (var word in new[] { "requester", "q" })
            {
                var found = await site.Api(agent).GetFromJsonAsync<JsonElement>($"/api/v1/admin/tickets?{word}={Uri.EscapeDataString(name)}");
                Assert.Empty(found.GetProperty("items").EnumerateArray());
            }
        }

        using var copyIn = await site.Api(other).PostAsJsonAsync(
            "/api/v1/tickets", new { subject = "x", description = "y", category = "Hardware", participants = new[] { person.Id.ToString() } });
        Assert.Equal(HttpStatusCode.BadRequest, copyIn.StatusCode);
    }

    private async Task<HttpStatusCode> AnonymiseAsync(Person? admin, Guid id, string confirmName)
    {
        using var answer = await site.Api(admin).PostAsJsonAsync($"/api/v1/admin/users/{id}/anonymise", new { confirmName });
        return answer.StatusCode;
    }

    private async Task<UserCard?> CardAsync(Person person) =>
        (await site.WithAsync<IUserDirectory, IReadOnlyDictionary<Guid, UserCard>>(people => people.FindAsync([person.Id], default))).GetValueOrDefault(person.Id);
}
