using Helpdesk.Platform;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Limits;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.IntegrationTests.Platform.Probe;

internal enum Urgency
{
    Low,
    VeryHigh,
}

internal sealed record ThingRequest
{
    public string Name { get; init; } = "";

    public Urgency? Urgency { get; init; }

    public DateTimeOffset? At { get; init; }

    public int? Count { get; init; }

    public Dictionary<string, string> Labels { get; init; } = [];

    public ThingRequest? Inner { get; init; }
}

internal sealed record ThingView(string Id, string Name, Urgency? Urgency, DateTimeOffset? At);

/// <summary>Use cases as modules write them: one save, refusals, failures.</summary>
internal static class ProbeEndpoints
{
    public static void MapProbes(this IEndpointRouteBuilder api)
    {
        api.MapPost("/probe/things", CreateAsync);
        api.MapPost("/probe/echo", (ThingRequest request) => TypedResults.Ok(new ThingView("", request.Name, request.Urgency, request.At)));
        api.MapPost("/probe/refused", (ThingRequest request) => Helpdesk.Platform.Http.Problems.From(new Refusal.Conflict("Not like this.")));
        api.MapPost("/probe/fails-after", FailAfterAsync);
        api.MapGet("/probe/failure", IResult () => throw new InvalidOperationException("a secret of the code"));
        api.MapGet("/probe/number/{number}", (int number) => number);
        api.MapPost("/probe/limited", () => TypedResults.NoContent()).AllowAnonymous().LimitHard("probe", 3, TimeSpan.FromMinutes(10));
        api.MapGet("/probe/address", (HttpContext context) => TypedResults.Ok(new
        {
            address = context.Connection.RemoteIpAddress?.ToString(),
            scheme = context.Request.Scheme,
            host = context.Request.Host.Value,
        })).AllowAnonymous();
        api.MapPost("/auth/probe", CreateAsync);
    }

    private static async Task<IResult> CreateAsync(ThingRequest request, PlatformDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var thing = new Setting { Key = Guid.NewGuid().ToString(), Value = request.Name, ChangedAt = clock.GetUtcNow() };
        db.Add(thing);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/probe/things/{thing.Key}", new ThingView(thing.Key, request.Name, request.Urgency, request.At));
    }

    private static async Task<IResult> FailAfterAsync(ThingRequest request, PlatformDbContext db, TimeProvider clock, CancellationToken cancellationToken)
    {
        await CreateAsync(request, db, clock, cancellationToken);
        throw new InvalidOperationException("after the save");
    }
}
