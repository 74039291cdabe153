using System.Collections.Concurrent;
using Helpdesk.Platform.Audit;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>Keeps one caller from taking the API from all others: a fixed window of a minute, counted in this process.</summary>
internal sealed class ApiLimits(RequestDelegate next, HttpSettings settings, Incidents incidents, TimeProvider clock)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Caller, Counted> callers = new();
    private long sweepAt;

    public async Task InvokeAsync(HttpContext context)
    {
        if (!ApiPath.Is(context))
        {
            await next(context);
            return;
        }

        var now = clock.GetUtcNow().UtcTicks;
        var limit = Take(Caller.Of(context), now);
        Sweep(now);
        // Announced when the answer starts: what handles a failure clears the headers before.
        context.Features.Set(new AnnouncedLimit(limit));
        if (limit.Refuse("There were too many requests. Wait until the time in Retry-After is over.") is not { } later)
        {
            await next(context);
            return;
        }

        await limit.RecordAsync(incidents, "api");
        await Problems.From(later).ExecuteAsync(context);
    }

    private RateLimit Take(Caller caller, long now)
    {
        var counted = callers.GetOrAdd(caller, static _ => new Counted());
        lock (counted)
        {
            if (counted.EndsAt <= now)
            {
                counted.EndsAt = now + Window.Ticks;
                counted.Count = 0;
            }

            counted.Count = Math.Min(counted.Count, int.MaxValue - 1) + 1;
            return new RateLimit(settings.ApiPerMinute, counted.Count, TimeSpan.FromTicks(counted.EndsAt - now));
        }
    }

    private void Sweep(long now)
    {
        var due = Volatile.Read(ref sweepAt);
        if (due > now || Interlocked.CompareExchange(ref sweepAt, now + Window.Ticks, due) != due)
        {
            return;
        }

        foreach (var (caller, counted) in callers)
        {
            if (counted.EndsAt <= now)
            {
                callers.TryRemove(KeyValuePair.Create(caller, counted));
            }
        }
    }

    private sealed class Counted
    {
        public long EndsAt { get; set; }

        public int Count { get; set; }
    }
}

/// <summary>The limit that this answer tells of.</summary>
internal sealed record AnnouncedLimit(RateLimit Limit);
