using System.Net.Http.Json;
using Helpdesk.Auth.Data;
using Helpdesk.IntegrationTests.Kit;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.IntegrationTests.Tickets;

/// <summary>Who may do what over the API, from one table. Each case has a ticket of its own.</summary>
public sealed class RightsTests(Site site) : IClassFixture<Site>
{
    private static readonly string[] Actors = ["anonymous", "requester", "other", "participant", "deactivated", "agent", "admin"];

    private static readonly (string Method, string Path, object? Body, int[] Answers)[] Table =
    [
        //                                                                            anonymous requester other participant deactivated agent admin
        ("POST", "tickets", new { subject = "s", description = "d", category = "Other" }, [401, 201, 201, 201, 401, 201, 201]),
        ("GET", "tickets", null, [401, 200, 200, 200, 401, 200, 200]),
        ("GET", "tickets/counts", null, [401, 200, 200, 200, 401, 200, 200]),
        ("GET", "tickets/{id}", null, [401, 200, 404, 200, 401, 200, 200]),
        ("GET", "tickets/{number}", null, [401, 200, 404, 200, 401, 200, 200]),
        ("PATCH", "tickets/{id}", new { status = "resolved" }, [401, 200, 404, 403, 401, 200, 200]),
        ("PATCH", "tickets/{id}", new { status = "in_progress" }, [401, 403, 404, 403, 401, 200, 200]),
        ("POST", "tickets/{id}/messages", new { body = "x" }, [401, 201, 404, 201, 401, 201, 201]),
        ("POST", "tickets/{id}/messages", new { body = "x", kind = "internal" }, [401, 403, 404, 403, 401, 201, 201]),
        ("PUT", "tickets/{id}/seen", new { until = "2027-03-01T00:00:00Z" }, [401, 204, 404, 204, 401, 204, 204]),
        ("GET", "drafts/new", null, [401, 404, 404, 404, 401, 404, 404]),
        ("PUT", "drafts/new", new { subject = "s" }, [401, 200, 200, 200, 401, 200, 200]),
        ("PUT", "drafts/reply/{id}", new { body = "x" }, [401, 200, 404, 200, 401, 200, 200]),
        ("PUT", "drafts/note/{id}", new { body = "x" }, [401, 403, 404, 403, 401, 200, 200]),
        ("DELETE", "drafts/reply/{id}", null, [401, 204, 204, 204, 401, 204, 204]),
        ("GET", "admin/tickets", null, [401, 403, 403, 403, 401, 200, 200]),
        ("GET", "admin/tickets/counts", null, [401, 403, 403, 403, 401, 200, 200]),
        ("GET", "admin/tickets/stats", null, [401, 403, 403, 403, 401, 200, 200]),
        ("PATCH", "admin/tickets/{id}", new { priority = "high" }, [401, 403, 403, 403, 401, 200, 200]),
        ("POST", "admin/tickets/{id}/take", null, [401, 403, 403, 403, 401, 200, 200]),
    ];

    public static TheoryData<int> Rows() => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Each_may_do_what_the_table_says(int row)
    {
        var (method, path, body, answers) = Table[row];
        for (var i = 0; i < Actors.Length; i++)
        {
            var requester = await site.EmployeeAsync();
            var participant = await site.EmployeeAsync("Jonas Weber");
            var ticket = await site.Api(requester).OpenAsync(participants: [participant.Email]);
            var actor = Actors[i] switch
            {
                "anonymous" => null,
                "requester" => requester,
                "participant" => participant,
                "agent" => await site.AgentAsync(),
                "admin" => await site.AdminAsync(),
                _ => await site.EmployeeAsync("Other Person"),
            };
            if (Actors[i] == "deactivated")
            {
                await site.WithAsync<AuthDbContext>(async db => await db.Users.Where(user => user.Id == actor!.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(user => user.DeactivatedAt, DateTimeOffset.UtcNow)));
            }

            var url = "/api/v1/" + path.Replace("{id}", ticket.Id().ToString(), StringComparison.Ordinal)
                .Replace("{number}", $"{ticket.Number()}", StringComparison.Ordinal);
            using var request = new HttpRequestMessage(new HttpMethod(method), url) { Content = body is null ? null : JsonContent.Create(body) };
            using var response = await site.Api(actor).SendAsync(request);
            Assert.True(
                (int)response.StatusCode == answers[i],
                $"{Actors[i]}: {method} {path} answered {(int)response.StatusCode} instead of {answers[i]}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    [Fact]
    public void The_table_names_every_endpoint_of_the_module()
    {
        var mapped = site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.DisplayName?.StartsWith("HTTP: ", StringComparison.Ordinal) == true)
            .Select(endpoint => (
                Method: endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods[0],
                Path: endpoint.RoutePattern.RawText!.Replace("/api/v1/", "", StringComparison.Ordinal)))
            .Where(endpoint => endpoint.Path.Contains("tickets", StringComparison.Ordinal) || endpoint.Path.StartsWith("drafts", StringComparison.Ordinal))
            .Select(endpoint => $"{endpoint.Method} {Shape(endpoint.Path)}")
            .Distinct().Order().ToList();
        Assert.True(mapped.Count > 10);
        var named = Table.Select(row => $"{row.Method} {Shape(row.Path)}").Distinct().ToHashSet();
        Assert.All(mapped, endpoint => Assert.Contains(endpoint, named));
    }

    private static string Shape(string path) => path
        .Replace("{idOrNumber}", "*", StringComparison.Ordinal).Replace("{id:guid}", "*", StringComparison.Ordinal)
        .Replace("{id}", "*", StringComparison.Ordinal).Replace("{number}", "*", StringComparison.Ordinal)
        .Replace("drafts/{kind}/{ticketId:guid?}", "drafts/*", StringComparison.Ordinal)
        .Replace("drafts/reply/*", "drafts/*", StringComparison.Ordinal).Replace("drafts/note/*", "drafts/*", StringComparison.Ordinal);
}
