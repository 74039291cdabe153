using Helpdesk.Platform.Http.Limits;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Platform.Http.Guards;

/// <summary>The headers that every answer carries, whoever writes it. An endpoint that sets one itself is left its choice.</summary>
internal sealed class AnswerHeaders(RequestDelegate next, AppSettings app, PageRules rules)
{
    private const string PermissionsPolicy =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private readonly Func<object, Task> complete = state => CompleteAsync((HttpContext)state, rules, isSecure: app.PublicUrl.Scheme == Uri.UriSchemeHttps);

    public Task InvokeAsync(HttpContext context)
    {
        // At the start of the answer and not here: what handles a failure begins by clearing all headers.
        context.Response.OnStarting(complete, context);
        return next(context);
    }

    private static Task CompleteAsync(HttpContext context, PageRules rules, bool isSecure)
    {
        var headers = context.Response.Headers;
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = rules.ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.TryAdd("Referrer-Policy", "same-origin");
        headers.TryAdd("Permissions-Policy", PermissionsPolicy);
        headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
        headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
        headers["X-Request-Id"] = context.TraceIdentifier;
        if (isSecure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        context.Features.Get<AnnouncedLimit>()?.Limit.Announce(context.Response);
        Keep(context, headers);
        return Task.CompletedTask;
    }

    // Pages are kept by the browser that asked and asked for anew each time. "no-store" would be stricter, but it takes
    // away the page that Back shows at once, with its scroll and what is typed in it; so it is left to the API and to
    // pages that say it themselves. What antiforgery sets on every page with a form is the milder rule's case.
    private static void Keep(HttpContext context, IHeaderDictionary headers)
    {
        if (NeverKept.IsAsked(context))
        {
            headers.CacheControl = "no-store";
        }
        else if (ApiPath.WantsProblems(context))
        {
            headers.TryAdd(HeaderNames.CacheControl, "no-store");
        }
        else if (headers.CacheControl.Count == 0 ? IsPage(headers) : headers.CacheControl == "no-cache, no-store" && headers.Pragma.Count > 0)
        {
            headers.CacheControl = "private, no-cache";
            headers.Remove(HeaderNames.Pragma);
            headers.Remove(HeaderNames.Expires);
        }
    }

    private static bool IsPage(IHeaderDictionary headers) =>
        headers.ContentType is not [{ } type] || type.StartsWith("text/html", StringComparison.Ordinal);
}
