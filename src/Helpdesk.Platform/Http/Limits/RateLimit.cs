using System.Globalization;
using Helpdesk.Platform.Audit;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>How a try stands against its limit, after it was counted.</summary>
public readonly record struct RateLimit(int Permits, int Count, TimeSpan ResetsIn)
{
    public bool IsExceeded => Count > Permits;

    public int Remaining => Math.Max(0, Permits - Count);

    /// <summary>The refusal when the limit is exceeded, else null.</summary>
    public Refusal.Later? Refuse(string why) => IsExceeded ? new Refusal.Later(why, ResetsIn) : null;

    /// <summary>Records that the limit was hit, at the first try of a window that goes beyond it; those after it tell nothing new.</summary>
    public Task RecordAsync(Incidents incidents, string limit, AuditSubject? subject = null) =>
        Count == Permits + 1 ? incidents.RecordAsync("limit.hit", subject, new { limit }) : Task.CompletedTask;

    /// <summary>Tells the caller where it stands, also when all is well.</summary>
    internal void Announce(HttpResponse response)
    {
        response.Headers["RateLimit-Limit"] = Permits.ToString(CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Reset"] = Problems.Seconds(ResetsIn);
    }
}
