using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>For answers that hold a secret: no browser and no proxy keeps a copy, not even for Back, and neither do we for who asks again.</summary>
public static class NeverKept
{
    public static void NeverKeep(this HttpContext context) => context.Features.Set(new Mark());

    internal static bool IsAsked(HttpContext context) => context.Features.Get<Mark>() is not null;

    private sealed record Mark;
}
