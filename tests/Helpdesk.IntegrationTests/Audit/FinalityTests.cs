using System.Net;
using System.Net.Http.Json;
using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform;
using Helpdesk.Platform.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>A line is there when the act is, never without it, never changed, and holds no secret.</summary>
public sealed class FinalityTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Theory]
    [InlineData("update platform.audit_entries set action = 'nothing.happened'")]
    [InlineData("delete from platform.audit_entries")]
    [InlineData("truncate platform.audit_entries")]
    [InlineData("truncate platform.audit_entries cascade")]
    public async Task The_database_refuses_to_change_a_line(string sql)
    {
        (await site.Program().LogInAsync((await site.AccountAsync()).Email)).Dispose();
        var before = (await site.LinesAsync()).Count;
        await using var database = NpgsqlDataSource.Create(site.ConnectionString);
        await using var command = database.CreateCommand(sql);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        Assert.Equal("the audit log cannot be changed", refused.MessageText);
        Assert.Equal(before, (await site.LinesAsync()).Count);
    }

    [Fact]
    public async Task An_act_whose_save_fails_leaves_no_line()
    {
        // Two sign-ups with one address; the second to be confirmed finds it taken.
        var email = Accounts.NewEmail();
        var api = site.Program();
        (await api.SignUpAsync(email)).Dispose();
        var first = await site.TokenMailedToAsync(email);
        var second = (await (await api.SignUpAsync(email)).JsonAsync()).GetProperty("id").GetGuid();
        var token = await site.TokenMailedToAsync(email);
        using var good = await api.PostAsJsonAsync("/api/v1/auth/verify-email", new { token = first });
        Assert.Equal(HttpStatusCode.NoContent, good.StatusCode);
        using var taken = await api.PostAsJsonAsync("/api/v1/auth/verify-email", new { token });
        Assert.Equal(HttpStatusCode.BadRequest, taken.StatusCode);
        Assert.Equal(["account.sign-up-asked"], (await site.LinesAboutAsync(second)).Actions());
    }

    [Fact]
    public async Task An_act_whose_line_cannot_be_written_does_not_happen()
    {
        var account = await site.AccountAsync();
        await site.WithAsync<IServiceProvider>(async services =>
        {
            var db = services.GetRequiredService<AuthDbContext>();
            (await db.Users.SingleAsync(user => user.Id == account.Id)).Name = "Changed";
            services.GetRequiredService<AuditLog>().Add(db, new string('x', AuditEntry.ActionLength + 1));
            await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());
        });
        Assert.Equal(account.Name, await site.WithAsync<AuthDbContext, string>(db => db.Users.Where(user => user.Id == account.Id).Select(user => user.Name).SingleAsync()));
    }

    [Fact]
    public async Task No_line_holds_a_password_or_a_token()
    {
        const string canary = "Canary-in-the-coal-mine-4711";
        var email = Accounts.NewEmail();
        var api = site.Program();
        (await api.SignUpAsync(email, canary + " one")).Dispose();
        var secrets = new List<string> { canary, await site.TokenMailedToAsync(email) };
        (await api.PostAsJsonAsync("/api/v1/auth/verify-email", new { token = secrets[^1] })).Dispose();
        var login = await (await api.LogInAsync(email, canary + " one")).JsonAsync();
        secrets.AddRange([login.Text("accessToken"), login.Text("refreshToken")]);
        (await api.LogInAsync(email, canary + " wrong")).Dispose();
        (await api.LogInAsync(canary + "@example.com", canary)).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/forgot-password", new { email })).Dispose();
        secrets.Add(await site.TokenMailedToAsync(email));
        (await api.PostAsJsonAsync("/api/v1/auth/reset-password", new { token = secrets[^1], newPassword = canary + " two" })).Dispose();
        var again = await (await api.LogInAsync(email, canary + " two")).JsonAsync();
        secrets.AddRange([again.Text("accessToken"), again.Text("refreshToken")]);
        (await api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = secrets[^1] })).Dispose();
        (await api.PostAsJsonAsync("/api/v1/auth/refresh", new { refreshToken = secrets[^1] })).Dispose();
        api.DefaultRequestHeaders.Add("User-Agent", canary);
        (await api.GetAsync($"/api/v1/admin/overview?token={canary}")).Dispose();
        (await site.Api(await site.EmployeeAsync()).GetAsync($"/api/v1/admin/overview?token={canary}")).Dispose();
        await site.WithAsync<ICreateAdmin, Outcome<Guid>>(create => create.HandleAsync(Accounts.NewEmail(), "Ada", canary + " three", default));

        var lines = await site.LinesAsync();
        Assert.True(lines.Count > 10);
        await using var database = NpgsqlDataSource.Create(site.ConnectionString);
        foreach (var secret in secrets.Append(email))
        {
            await using var command = database.CreateCommand("select count(*) from platform.audit_entries entry where entry::text ilike '%' || $1 || '%'");
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = secret });
            Assert.Equal(0L, await command.ExecuteScalarAsync());
        }
    }
}

/// <summary>The first run, before there is anybody.</summary>
public sealed class FirstRunLineTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task The_link_a_wrong_code_the_first_administrator_and_the_site()
    {
        var link = await site.WithAsync<IFirstRun, string?>(first => first.CreateLinkAsync(default));
        var address = Accounts.NewAddress();
        var browser = Accounts.From(site.Browser(), address);
        var email = Accounts.NewEmail();
        (await SetUpAsync("AAAAA-BBBBB-CCCCC-DDDDD")).Dispose();
        (await SetUpAsync(link!.Split('=')[1])).Dispose();
        var lines = await site.LinesFromAsync(address);
        Assert.Equal(["setup.refused", "account.created", "session.started"], lines.Actions());
        Assert.Equal("set-up code", lines[1].Fact("by"));
        Assert.Equal(lines[1].SubjectId, lines[1].ActorId.ToString());
        Assert.Contains("setup.link-made", (await site.LinesAsync()).Actions());

        (await browser.SubmitAsync("/setup/site", "main form", ("Form.Name", "Help here"), ("Form.TimeZone", "Europe/Vienna"))).Dispose();
        var named = Assert.Single(await site.LinesFromAsync(address), line => line.Action == "setting.changed" && line.SubjectId == "site.name");
        Assert.Equal("Help here", named.Fact("to"));

        Task<HttpResponseMessage> SetUpAsync(string code) => browser.SubmitAsync(
            "/setup", "main form", ("Form.Code", code), ("Form.Name", "Ada Admin"), ("Form.Email", email), ("Form.Password", Accounts.Password));
    }
}
