using Helpdesk.Platform.Audit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>Strict limits by the caller's address, kept by all instances together. The setting Limits:{name} changes one.</summary>
public sealed class HardLimits
{
    private readonly RateCounters counters;
    private readonly Incidents incidents;
    private readonly IReadOnlyDictionary<string, int> changed;

    internal HardLimits(RateCounters counters, Incidents incidents, HttpSettings settings)
    {
        this.counters = counters;
        this.incidents = incidents;
        changed = settings.HardLimits;
    }

    /// <summary>Counts this request and announces the limit on its answer. For pages: <c>if (limit.Refuse("…") is { } later) …</c></summary>
    public async Task<RateLimit> TakeAsync(HttpContext context, string name, int permits, TimeSpan window, CancellationToken cancellationToken)
    {
        var limit = await counters.TakeAsync(RateCounters.KeyOf(name, context), changed.GetValueOrDefault(name, permits), window, cancellationToken);
        context.Features.Set(new AnnouncedLimit(limit));
        await limit.RecordAsync(incidents, name);
        return limit;
    }
}

/// <summary>Limits an endpoint of the API hard.</summary>
public static class HardLimitEndpoints
{
    public static TBuilder LimitHard<TBuilder>(this TBuilder endpoint, string name, int permits, TimeSpan window)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.AddEndpointFilter(async (invocation, next) =>
        {
            var http = invocation.HttpContext;
            var limit = await http.RequestServices.GetRequiredService<HardLimits>().TakeAsync(http, name, permits, window, http.RequestAborted);
            return limit.Refuse("There were too many tries from your address. Wait until the time in Retry-After is over.") is { } later
                ? Problems.From(later)
                : await next(invocation);
        });
}
