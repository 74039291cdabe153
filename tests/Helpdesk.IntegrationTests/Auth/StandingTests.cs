using System.Collections.Concurrent;
using System.Net;
using Helpdesk.Auth.ChangePerson;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Model;
using Helpdesk.Auth.People;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Auth;

/// <summary>Remembers for whom it was called.</summary>
public sealed class HookedSite(Databases databases) : AuthSite(databases)
{
    public ConcurrentQueue<Guid> Told { get; } = [];

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services => services.AddSingleton<IOnUserDeactivated>(new Hook(Told)));
    }

    private sealed class Hook(ConcurrentQueue<Guid> told) : IOnUserDeactivated
    {
        public Task HandleAsync(Guid userId, CancellationToken cancellationToken)
        {
            told.Enqueue(userId);
            return Task.CompletedTask;
        }
    }
}

public sealed class StandingTests(Databases databases) : IAsyncLifetime
{
    private const string OneMustStay = "There must be at least one active administrator.";

    private readonly HookedSite site = new(databases);

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Who_is_deactivated_is_out_with_the_next_request_on_every_channel()
    {
        var admin = await site.AdminAsync();
        var account = await site.AccountAsync();
        var browser = site.Stranger();
        using var onPage = await browser.SignInAsync(account.Email);
        var api = site.Program();
        using var login = await api.LogInAsync(account.Email);
        var tokens = await login.JsonAsync();
        api.DefaultRequestHeaders.Authorization = new("Bearer", tokens.Text("accessToken"));

        Assert.Null((await DeactivateAsync(account.Id, admin)).Refusal);

        using var page = await browser.GetAsync("/setup/site");
        Assert.StartsWith("/signin", page.Headers.Location!.OriginalString);
        using var me = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, me.StatusCode);
        using var refreshed = await RefreshTests.RefreshAsync(site.Program(), tokens.Text("refreshToken"));
        Assert.Equal(HttpStatusCode.Unauthorized, refreshed.StatusCode);
        using var again = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.Unauthorized, again.StatusCode);
        Assert.Equal([account.Id], site.Told);

        // Let in again, old sessions stay dead.
        Assert.Null((await ReactivateAsync(account.Id, admin)).Refusal);
        using var old = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.Unauthorized, old.StatusCode);
        using var fresh = await site.Program().LogInAsync(account.Email);
        Assert.Equal(HttpStatusCode.OK, fresh.StatusCode);
    }

    [Fact]
    public async Task The_last_administrator_can_be_neither_deactivated_nor_demoted()
    {
        var admin = await site.AdminAsync();
        Assert.Equal(OneMustStay, Assert.IsType<Refusal.Conflict>((await DeactivateAsync(admin.Id, admin)).Refusal).Why);
        Assert.Equal(OneMustStay, Assert.IsType<Refusal.Conflict>((await ChangeRoleAsync(admin.Id, Role.Agent, admin)).Refusal).Why);
        Assert.Null((await ChangeRoleAsync(admin.Id, Role.Admin, admin)).Refusal);
        using var still = await site.Api(admin).GetAsync("/api/v1/auth/me");
        Assert.Equal(HttpStatusCode.OK, still.StatusCode);

        var second = await site.AdminAsync();
        Assert.Null((await ChangeRoleAsync(admin.Id, Role.Agent, second)).Refusal);
        Assert.IsType<Refusal.Conflict>((await DeactivateAsync(second.Id, second)).Refusal);
        Assert.Empty(site.Told);
    }

    [Fact]
    public async Task Administrators_who_put_each_other_out_at_once_leave_one()
    {
        for (var round = 0; round < 5; round++)
        {
            await site.WithAsync<AuthDbContext>(db => db.Users.ExecuteDeleteAsync());
            var admins = new List<Person>();
            for (var i = 0; i < 6; i++)
            {
                admins.Add(await site.AdminAsync());
            }

            await Task.WhenAll(admins.Select((admin, i) => i % 2 == 0
                ? DeactivateAsync(admins[(i + 1) % 6].Id, admin)
                : ChangeRoleAsync(admins[(i + 1) % 6].Id, Role.Employee, admin)));
            Assert.InRange(
                await site.WithAsync<AuthDbContext, int>(db => db.Users.CountAsync(user => user.Role == Role.Admin && user.DeactivatedAt == null)), 1, 5);
        }
    }

    [Fact]
    public async Task Two_who_put_each_other_out_at_once_leave_one()
    {
        for (var round = 0; round < 10; round++)
        {
            await site.WithAsync<AuthDbContext>(db => db.Users.ExecuteDeleteAsync());
            var (one, other) = (await site.AdminAsync(), await site.AdminAsync());
            var outcomes = await Task.WhenAll(DeactivateAsync(other.Id, one), DeactivateAsync(one.Id, other));
            Assert.Single(outcomes, outcome => outcome.Refusal is null);
        }
    }

    [Fact]
    public async Task A_new_role_counts_from_the_next_request()
    {
        var admin = await site.AdminAsync();
        var person = await site.EmployeeAsync();
        var api = site.Api(person);
        Assert.Null((await ChangeRoleAsync(person.Id, Role.Agent, admin)).Refusal);
        using var promoted = await api.GetAsync("/api/v1/auth/me");
        Assert.Equal("agent", (await promoted.JsonAsync()).Text("role"));
    }

    [Fact]
    public async Task Only_administrators_decide_and_only_about_people_who_are_there()
    {
        var admin = await site.AdminAsync();
        var agent = await site.AgentAsync();
        Assert.IsType<Refusal.Forbidden>((await DeactivateAsync(admin.Id, agent)).Refusal);
        Assert.IsType<Refusal.Forbidden>((await ChangeRoleAsync(agent.Id, Role.Admin, agent)).Refusal);
        Assert.IsType<Refusal.Forbidden>((await ReactivateAsync(agent.Id, agent)).Refusal);
        Assert.IsType<Refusal.NotFound>((await DeactivateAsync(Guid.NewGuid(), admin)).Refusal);
        Assert.IsType<Refusal.NotFound>((await ChangeRoleAsync(Guid.NewGuid(), Role.Agent, admin)).Refusal);
        Assert.IsType<Refusal.NotFound>((await ReactivateAsync(Guid.NewGuid(), admin)).Refusal);
    }

    private static CurrentUser Admin(Person person) => new() { Id = person.Id, IsStaff = true, IsAdmin = true };

    private Task<Outcome<PersonView>> DeactivateAsync(Guid id, Person by) => ChangeAsync(id, new() { IsActive = false }, by);

    private Task<Outcome<PersonView>> ReactivateAsync(Guid id, Person by) => ChangeAsync(id, new() { IsActive = true }, by);

    private Task<Outcome<PersonView>> ChangeRoleAsync(Guid id, Role role, Person by) => ChangeAsync(id, new() { Role = RoleNames.Of(role) }, by);

    private Task<Outcome<PersonView>> ChangeAsync(Guid id, ChangePersonRequest request, Person by) =>
        site.WithAsync<ChangePersonHandler, Outcome<PersonView>>(handler => handler.HandleAsync(id, request, Admin(by), default));
}
