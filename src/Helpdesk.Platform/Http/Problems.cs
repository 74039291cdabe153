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

    /// <summary>The problem of a bare status, for answers that nobody gave a reason.</summary>
    public static IResult ForStatus(int status) => status switch
    {
        400 => Of(status, "unreadable", "We could not read that", "The request could not be read."),
        401 => From(new Refusal.NotSignedIn("Send a valid access token in the Authorization header.")),
        403 => From(new Refusal.Forbidden("Your role does not include this.")),
        404 => From(new Refusal.NotFound()),
        405 => Of(status, "method", "Not done this way", "This address does not know that method."),
        413 => Of(status, "too-big", "That is too big", "A JSON body may have up to 1 MiB."),
        415 => Of(status, "content-type", "Not in this form", "Send the body as application/json in UTF-8."),
        503 => new WithHeader("Retry-After", DatabaseRetryAfter, Of(status, "away", "We will be right back", "Nothing is lost. Try again in a few seconds.")),
        500 => Of(status, "fault", "Something broke on our side", "It is recorded under the traceId."),
        < 500 => Of(status, "refused", "We could not do that", null),
        _ => Of(status, "fault", "Something broke on our side", null),
    };

    /// <summary>The request could not be read; <paramref name="field"/> names the part when it is known.</summary>
    public static IResult Unreadable(string? field, string sentence) => field is null
        ? Of(400, "unreadable", "We could not read that", sentence)
        : TypedResults.Problem(new HttpValidationProblemDetails(new Dictionary<string, string[]> { [field] = [sentence] })
        {
            Status = 400,
            Type = TypePrefix + "unreadable",
            Title = "We could not read that",
            Detail = sentence,
        });

    public static IResult Of(int status, string type, string title, string? detail) =>
        TypedResults.Problem(new ProblemDetails { Status = status, Type = TypePrefix + type, Title = title, Detail = detail });

    internal const string DatabaseRetryAfter = "5";

    internal static string Seconds(TimeSpan wait) =>
        Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Validation(IReadOnlyDictionary<string, string[]> errors) =>
        TypedResults.Problem(new HttpValidationProblemDetails(
            errors.ToDictionary(pair => FieldOf(pair.Key), pair => pair.Value))
        {
            Status = 400,
            Type = TypePrefix + "validation",
            Title = "There is a problem",
            Detail = errors.Values.SelectMany(sentences => sentences).FirstOrDefault(),
        });

    private static string FieldOf(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    private sealed class WithHeader(string name, string value, IResult inner) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers[name] = value;
            return inner.ExecuteAsync(httpContext);
        }
    }
}
