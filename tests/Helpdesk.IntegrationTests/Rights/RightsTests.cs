using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Helpdesk.IntegrationTests.Tickets;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Rights;

/// <summary>Who may do what, by page and by API, from one table. Each case has people and a ticket of its own.</summary>
public sealed partial class RightsTests(Site site) : IClassFixture<Site>
{
    // Served without a session on purpose, or only while developing.
    private static readonly string[] Open = ["/health/", "/dev/mail", "/openapi/", "/events", "/files/{token}", "/files/uploads/", "{**path"];

    public static TheoryData<int> Lines() => [.. Enumerable.Range(0, RightsTable.Rows.Count)];

    [Theory]
    [MemberData(nameof(Lines))]
    public async Task Each_may_do_what_the_table_says(int line)
    {
        var row = RightsTable.Rows[line];
        await site.AdminAsync();
        for (var i = 0; i < RightsRow.Actors.Length; i++)
        {
            var (actor, ticket) = await PrepareAsync(RightsRow.Actors[i]);
            var url = row.Path.Replace("{id}", ticket.Id().ToString(), StringComparison.Ordinal)
                .Replace("{number}", $"{ticket.Number()}", StringComparison.Ordinal);
            using var response = row.IsApi ? await CallAsync(row, url, actor) : await BrowseAsync(row, url, actor, RightsRow.Actors[i] == "deactivated");
            var answer = (int)response.StatusCode;
            Assert.True(
                answer == row.Answers[i],
                $"{RightsRow.Actors[i]}: {row.Method} {row.Path} answered {answer} instead of {row.Answers[i]}: {await response.Content.ReadAsStringAsync()}");
            if (!row.IsApi && row.Method == "GET" && row.Answers[i] == 302 && actor is null && !IsForEverybody(row))
            {
                Assert.StartsWith("/signin", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_table_names_every_door()
    {
        var named = RightsTable.Rows.Select(row => $"{row.Method} {Shape(row.Path.Split('?')[0])}").ToHashSet();
        var doors = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(endpoint => (
                Methods: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"],
                Path: "/" + endpoint.RoutePattern.RawText!.TrimStart('/')))
            .Where(door => !Open.Any(open => door.Path.Contains(open, StringComparison.Ordinal)))
            .SelectMany(door => door.Methods.Where(method => method != "HEAD").Select(method => $"{method} {Shape(door.Path)}"))
            .Distinct().Order().ToList();
        Assert.True(doors.Count > 50);
        Assert.All(doors, door => Assert.True(named.Contains(door), $"{door} is not in the table of rights."));
    }

    // Such a page sends on for a reason of its own.
    private static bool IsForEverybody(RightsRow row) => row.Answers.Distinct().Count() == 1;

    private async Task<(Person? Actor, System.Text.Json.JsonElement Ticket)> PrepareAsync(string kind)
    {
        var requester = await site.EmployeeAsync();
        var participant = await site.EmployeeAsync("Jonas Weber");
        var ticket = await site.Api(requester).OpenAsync(participants: [participant.Email]);
        var actor = kind switch
        {
            "anonymous" => null,
            "requester" => requester,
            "participant" => participant,
            "agent" => await site.AgentAsync(),
            "admin" => await site.AdminAsync(),
            _ => await site.EmployeeAsync("Other Person"),
        };
        if (kind == "deactivated")
        {
            await site.WithAsync<AuthDbContext>(async db => await db.Users.Where(user => user.Id == actor!.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));
        }

        return (actor, ticket);
    }

    private async Task<HttpResponseMessage> CallAsync(RightsRow row, string url, Person? actor)
    {
        using var request = new HttpRequestMessage(new HttpMethod(row.Method), url) { Content = row.Body is null ? null : JsonContent.Create(row.Body) };
        return await site.Api(actor).SendAsync(request);
    }

    private async Task<HttpResponseMessage> BrowseAsync(RightsRow row, string url, Person? actor, bool isDeactivated)
    {
        var browser = site.Browser(actor);
        if (row.Method == "GET")
        {
            return await browser.GetAsync(url);
        }

        // Any page's token will do; a wrong one would hide what the rights say.
        var page = await browser.PageAsync(actor is null || isDeactivated ? "/signin" : "/");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var fields = new Dictionary<string, string> { ["__RequestVerificationToken"] = token };
        foreach (var (name, value) in row.Body as Dictionary<string, string> ?? row.Body?.GetType().GetProperties()
            .ToDictionary(property => property.Name, property => $"{property.GetValue(row.Body)}") ?? [])
        {
            fields[name] = value;
        }

        return await browser.PostAsync(url, new FormUrlEncodedContent(fields));
    }

    private static string Shape(string path) => path.Contains("/drafts/", StringComparison.Ordinal)
        ? path[..path.IndexOf("/drafts/", StringComparison.Ordinal)] + "/drafts/*"
        : Hole().Replace(path.Replace("no-such-item", "{slug}", StringComparison.Ordinal), "*");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Hole();
}
