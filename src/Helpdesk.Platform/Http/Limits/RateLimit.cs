using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Limits;

/// <summary>How a try stands against its limit, after it was counted.</summary>
public readonly record struct RateLimit(int Permits, int Count, TimeSpan ResetsIn)
{
    public bool IsExceeded => Count > Permits;

    public int Remaining => Math.Max(0, Permits - Count);

    /// <summary>The refusal when the limit is exceeded, else null.</summary>
    public Refusal.Later? Refuse(string why) => IsExceeded ? new Refusal.Later(why, ResetsIn) : null;

    /// <summary>Tells the caller where it stands, also when all is well.</summary>
    internal void Announce(HttpResponse response)
    {
        response.Headers["RateLimit-Limit"] = Permits.ToString(CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Remaining"] = Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["RateLimit-Reset"] = Problems.Seconds(ResetsIn);
    }
}
