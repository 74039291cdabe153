using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Http;

/// <summary>Which requests come from programs, so that errors are problems and not pages.</summary>
internal static class ApiPath
{
    /// <summary>The JSON API.</summary>
    public static bool Is(HttpContext context) =>
        context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase);

    /// <summary>Everything that no person looks at.</summary>
    public static bool WantsProblems(HttpContext context) =>
        Is(context)
        || context.Request.Path.StartsWithSegments("/events", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/files/uploads", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
        || context.Request.Path.StartsWithSegments("/openapi", StringComparison.OrdinalIgnoreCase);
}
