using System.Text.Json;
using Helpdesk.Platform.Data;
using Helpdesk.Platform.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Helpdesk.Platform.Http.Health;

/// <summary>Two questions of a supervisor: does the process live, and may it be given work? Answered to anybody, with states and no reasons.</summary>
internal static class HealthRules
{
    public const string Ready = "ready";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static IServiceCollection AddHealthRules(this IServiceCollection services)
    {
        services.AddSingleton<DatabaseHealth>().AddSingleton<MigrationsHealth>();
        services.AddHealthChecks()
            .AddCheck<DatabaseHealth>("database", tags: [Ready], timeout: Patience)
            .AddCheck<MigrationsHealth>("migrations", tags: [Ready], timeout: Patience);
        return services;
    }

    public static void MapHealthRules(this IEndpointRouteBuilder site)
    {
        // Short-circuited: who asks need not be known, and asking that would ask the database.
        site.MapGet("/health/live", () => TypedResults.Ok(new Liveness("live"))).AllowAnonymous().ExcludeFromDescription().ShortCircuit();
        site.MapHealthChecks("/health/ready", new HealthCheckOptions
        {
            Predicate = check => check.Tags.Contains(Ready),
            AllowCachingResponses = true,
            ResponseWriter = WriteAsync,
        }).AllowAnonymous().ShortCircuit();
    }

    private static Task WriteAsync(HttpContext context, HealthReport report) =>
        context.Response.WriteAsJsonAsync(
            new
            {
                status = report.Status == HealthStatus.Unhealthy ? "not_ready" : "ready",
                checks = report.Entries.ToDictionary(entry => entry.Key, entry => JsonNamingPolicy.SnakeCaseLower.ConvertName(entry.Value.Status.ToString())),
            },
            StrictJson.Options,
            context.RequestAborted);
}

/// <summary>That the process answers.</summary>
internal sealed record Liveness(string Status);

internal sealed class DatabaseHealth(NpgsqlDataSource dataSource) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = dataSource.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

internal sealed class MigrationsHealth(IServiceProvider provider) : IHealthCheck
{
    private volatile bool areApplied;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (areApplied)
        {
            // They are never taken back while we run.
            return HealthCheckResult.Healthy();
        }

        if ((await Database.PendingAsync(provider, cancellationToken)).Count > 0)
        {
            return HealthCheckResult.Unhealthy();
        }

        areApplied = true;
        return HealthCheckResult.Healthy();
    }
}
