using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Helpdesk.Platform.Http;

/// <summary>Refusals as RFC 9457 problem details.</summary>
public static class Problems
{
    /// <summary>Types are relative references under this path, one word each.</summary>
    public const string TypePrefix = "/problems/";

    public static IResult From(Refusal refusal) => refusal switch
    {
        Refusal.NotFound => Of(404, "not-found", "Nothing here", "It does not exist, or it is not shared with you."),
        Refusal.Forbidden forbidden => Of(403, "forbidden", "Not allowed", forbidden.Why),
        Refusal.Conflict conflict => Of(409, "conflict", "The state does not allow it", conflict.Why),
        Refusal.Stale stale => Of(412, "stale", "Someone was faster", stale.Why),
        Refusal.Invalid invalid => Validation(invalid.Errors),
        Refusal.NotSignedIn nobody => new WithHeader("WWW-Authenticate", "Bearer",
            Of(401, nobody.Code ?? "not-signed-in", "Sign in to go on", nobody.Why)),
        Refusal.Later later => new WithHeader("Retry-After", Seconds(later.RetryAfter), later.HouseIsFull
            ? Of(503, "busy", "We will be right back", later.Why)
            : Of(429, "too-fast", "A little too fast", later.Why)),
        _ => throw new InvalidOperationException($"No problem for {refusal}."),
    };

    public static IResult Of(int status, string type, string title, string? detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Type = TypePrefix + type, Title = title, Detail = detail });

    internal static string Seconds(TimeSpan wait) =>
        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Validation(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(
            errors.ToDictionary(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Key), pair => pair.Value))
        {
            Status = 400,
            Type = TypePrefix + "validation",
            Title = "There is a problem",
            Detail = errors.Values.SelectMany(sentences => sentences).FirstOrDefault(),
        });

    private sealed class WithHeader(string name, string value, IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
