using System.Net;
using System.Net.Http.Json;
using Helpdesk.IntegrationTests.Auth.Kit;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.Platform.Audit;

namespace Helpdesk.IntegrationTests.Audit;

/// <summary>Whoever is denied a right leaves a line, at every door, and a flood of them leaves few.</summary>
public sealed class DenialTests(AuthSite site) : IClassFixture<AuthSite>
{
    [Fact]
    public async Task A_page_and_an_endpoint_that_a_role_may_not_open()
    {
        var employee = await site.EmployeeAsync();
        using var page = await site.Browser(employee).GetAsync("/queue?q=secret+words");
        using var endpoint = await site.Api(employee).GetAsync("/api/v1/admin/overview");
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (page.StatusCode, endpoint.StatusCode));
        var lines = await DenialsOfAsync(employee);
        Assert.Equal(["GET queue", "GET /api/v1/admin/overview"], lines.Select(line => $"{line.Fact("method")} {line.Fact("route")}"));
        Assert.DoesNotContain(lines, line => line.Details.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_handler_denies_is_told_with_what_it_was_about()
    {
        var employee = await site.EmployeeAsync();
        var ticket = await site.FileAsync(employee);
        using var note = await site.Api(employee).PostAsJsonAsync($"/api/v1/tickets/{ticket.Id}/messages", new { body = "psst", kind = "internal" });
        Assert.Equal(HttpStatusCode.Forbidden, note.StatusCode);
        var line = Assert.Single(await DenialsOfAsync(employee));
        Assert.Equal("POST", line.Fact("method"));
        Assert.Contains(ticket.Id.ToString(), line.Fact("values"));
        Assert.DoesNotContain("psst", line.Details);
    }

    [Fact]
    public async Task What_one_may_not_know_of_leaves_no_line()
    {
        var ticket = await site.FileAsync(await site.EmployeeAsync());
        var stranger = await site.EmployeeAsync();
        using var hidden = await site.Api(stranger).GetAsync($"/api/v1/tickets/{ticket.Id}");
        using var absent = await site.Browser(stranger).GetAsync("/t/999999");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (hidden.StatusCode, absent.StatusCode));
        Assert.Empty(await site.LinesAboutAsync(stranger.Id));
    }

    [Fact]
    public async Task A_flood_leaves_few_lines_and_hides_nobody_else()
    {
        var noisy = await site.EmployeeAsync();
        var quiet = await site.EmployeeAsync();
        var api = site.Api(noisy);
        await Task.WhenAll(Enumerable.Range(0, 60).Select(async _ => (await api.GetAsync("/api/v1/admin/overview")).Dispose()));
        (await site.Api(quiet).GetAsync("/api/v1/admin/overview")).Dispose();

        var lines = await site.LinesAboutAsync(noisy.Id);
        Assert.Equal(Incidents.OfOneCaller, lines.Count(line => line.Action == Denials.Action));
        Assert.Equal(Denials.Action, Assert.Single(lines, line => line.Action == Incidents.LeftOut).Fact("action"));
        Assert.Single(await DenialsOfAsync(quiet));

        site.Clock.Advance(Incidents.Window + TimeSpan.FromSeconds(1));
        (await api.GetAsync("/api/v1/admin/overview")).Dispose();
        Assert.Equal(Incidents.OfOneCaller + 1, (await DenialsOfAsync(noisy)).Count);
    }

    [Fact]
    public async Task A_flood_from_many_networks_is_bounded_too()
    {
        var before = (await site.LinesAsync()).Count(line => line.Action == "session.refused");
        var tries = Enumerable.Range(0, Incidents.OfEverybody + 100);
        await Parallel.ForEachAsync(tries, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (_, _) =>
            (await site.Program().LogInAsync(Accounts.NewEmail(), "guess")).Dispose());
        var lines = await site.LinesAsync();
        // The tries may straddle the end of a window.
        Assert.InRange(lines.Count(line => line.Action == "session.refused") - before, Incidents.OfEverybody - 20, Incidents.OfEverybody + 99);
        Assert.Contains(lines, line => line.Action == Incidents.LeftOut && line.Fact("action") == "session.refused");
        site.Clock.Advance(Incidents.Window + TimeSpan.FromSeconds(1));
    }

    private async Task<List<AuditEntry>> DenialsOfAsync(Person person) =>
        [.. (await site.LinesAboutAsync(person.Id)).Where(line => line.Action == Denials.Action)];
}

/// <summary>The API takes few requests in a minute.</summary>
public sealed class StrictSite : Site
{
    public const int PerMinute = 3;

    public StrictSite(Databases databases)
        : base(databases) => Settings["Limits:ApiPerMinute"] = $"{PerMinute}";
}

public sealed class ApiLimitTests(StrictSite site) : IClassFixture<StrictSite>
{
    [Fact]
    public async Task Whoever_calls_too_often_is_told_of_once()
    {
        var person = await site.EmployeeAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < StrictSite.PerMinute + 4; i++)
        {
            using var answer = await site.Api(person).GetAsync("/api/v1/auth/me");
            answers.Add(answer.StatusCode);
        }

        Assert.Equal(4, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        var line = Assert.Single(await site.LinesAboutAsync(person.Id));
        Assert.Equal(("limit.hit", "api"), (line.Action, line.Fact("limit")));
    }
}

public sealed class ClosedSignUpTests(ClosedSite site) : IClassFixture<ClosedSite>
{
    [Fact]
    public async Task Who_is_nobody_yet_is_told_by_the_network_alone()
    {
        var address = Accounts.NewAddress();
        using var refused = await Accounts.From(site.Api(), address).SignUpAsync(Accounts.NewEmail());
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var line = Assert.Single(await site.LinesFromAsync(address));
        Assert.Equal((Denials.Action, (Guid?)null), (line.Action, line.ActorId));
    }
}
