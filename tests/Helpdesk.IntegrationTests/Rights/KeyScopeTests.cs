using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>What each scope opens, over every endpoint of the API that there is.</summary>
public sealed partial class KeyScopeTests(Site site) : IClassFixture<Site>
{
    // All that a key may call of what is about one's own account.
    private const string WhoAmI = "GET /api/v1/auth/me";

    [Fact]
    public async Task A_key_that_reads_is_refused_at_every_change()
    {
        var read = await ProgramAsync("read");
        var changes = Doors().Where(door => door.Method != "GET").ToList();
        Assert.True(changes.Count > 60);
        foreach (var door in changes)
        {
            using var answer = await CallAsync(read, door);
            Assert.Equal(
                door.IsForAdmins ? "The scope of this API key, or its owner's role, does not include this." : "This API key may only read.",
                await answer.WhyAsync(HttpStatusCode.Forbidden));
        }
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public async Task What_is_for_administrators_is_closed_to_all_but_the_widest_scope(string scope)
    {
        var program = await ProgramAsync(scope);
        var doors = Doors().Where(door => door.IsForAdmins).ToList();
        Assert.True(doors.Count > 10);
        foreach (var door in doors)
        {
            using var answer = await CallAsync(program, door);
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{scope}: {door} answered {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task The_owners_account_and_the_keys_themselves_are_closed_to_every_key()
    {
        var program = await ProgramAsync("admin");
        var doors = Doors().Where(door => (door.IsAccount && door.ToString() != WhoAmI) || door.Path.Contains("/admin/api-keys", StringComparison.Ordinal)).ToList();
        Assert.True(doors.Count > 30);
        foreach (var door in doors)
        {
            using var answer = await CallAsync(program, door);
            Assert.Equal("An API key cannot do this. Sign in yourself.", await answer.WhyAsync(HttpStatusCode.Forbidden));
        }
    }

    [Fact]
    public async Task Everything_else_is_open_to_the_widest_scope()
    {
        var program = await ProgramAsync("admin");
        foreach (var door in Doors().Where(door => door.Method == "GET" && (!door.IsAccount || door.ToString() == WhoAmI) && !door.Path.Contains("/admin/api-keys", StringComparison.Ordinal)))
        {
            using var answer = await CallAsync(program, door);
            Assert.True(answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized), $"{door} answered {answer.StatusCode}.");
        }
    }

    [Fact]
    public async Task An_owner_is_out_of_reach_of_their_own_key_and_others_are_not()
    {
        var (owner, other) = (await site.AdminAsync("Olga Owner"), await site.AgentAsync());
        var program = site.Holding((await site.KeyAsync(owner, "admin")).Secret);
        using var own = await program.PostAsync($"/api/v1/admin/users/{owner.Id}/reset-second-factor", null);
        Assert.Equal("An API key cannot do this. Sign in yourself.", await own.WhyAsync(HttpStatusCode.Forbidden));
        using var theirs = await program.PostAsync($"/api/v1/admin/users/{other.Id}/reset-second-factor", null);
        Assert.Equal(HttpStatusCode.NoContent, theirs.StatusCode);
    }

    [Fact]
    public async Task Each_scope_does_what_it_says()
    {
        var (admin, priya) = (await site.AdminAsync(), await site.EmployeeAsync());
        var ticket = await site.FileAsync(priya);
        foreach (var (scope, read, write, audit) in new[] { ("read", 200, 403, 403), ("write", 200, 201, 403), ("admin", 200, 201, 200) })
        {
            var program = site.Holding((await site.KeyAsync(admin, scope)).Secret);
            using var looked = await program.GetAsync($"/api/v1/tickets/{ticket.Id}");
            using var said = await program.PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "By a program.", kind = "internal" });
            using var log = await program.GetAsync("/api/v1/admin/audit-log");
            Assert.Equal((read, write, audit), ((int)looked.StatusCode, (int)said.StatusCode, (int)log.StatusCode));
        }
    }

    private async Task<HttpClient> ProgramAsync(string scope) => site.Holding((await site.KeyAsync(await site.AdminAsync(), scope)).Secret);

    private static async Task<HttpResponseMessage> CallAsync(HttpClient program, Door door)
    {
        var url = Hole().Replace(door.Path, hole => hole.Value.Contains(":int", StringComparison.Ordinal) ? "1" : hole.Value.Contains(":guid", StringComparison.Ordinal) ? Guid.NewGuid().ToString() : "new");
        using var request = new HttpRequestMessage(new HttpMethod(door.Method), url);
        return await program.SendAsync(request);
    }

    private List<Door> Doors() =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/').StartsWith("api/v1/", StringComparison.Ordinal))
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => new Door(
                method,
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/'),
                endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(rule => rule.Policy == Policy.Admin)))),
    ];

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();

    private sealed record Door(string Method, string Path, bool IsForAdmins)
    {
        public bool IsAccount => Path.StartsWith("/api/v1/auth/", StringComparison.Ordinal);

        public override string ToString() => $"{Method} {Path}";
    }
}
