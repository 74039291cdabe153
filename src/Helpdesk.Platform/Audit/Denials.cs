using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Platform.Audit;

/// <summary>
/// Records every answer that denies a right, whoever gave it: a rule at the door, or a handler. What somebody may not even
/// know of is answered like what is not there, and leaves no line.
/// </summary>
internal sealed class Denials(RequestDelegate next, Incidents incidents)
{
    public const string Action = "access.denied";

    public async Task InvokeAsync(HttpContext context)
    {
        await next(context);
        if (context.Response.StatusCode == StatusCodes.Status403Forbidden)
        {
            await incidents.RecordAsync(Action, details: new
            {
                method = MethodOf(context.Request.Method),
                route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText,
                values = ValuesOf(context),
            });
        }
    }

    // Ids and numbers only: any other part of an address may be a secret or a joke.
    private static Dictionary<string, string> ValuesOf(HttpContext context) => context.Request.RouteValues
        .Where(value => Guid.TryParse(value.Value?.ToString(), out _) || long.TryParse(value.Value?.ToString(), out _))
        .ToDictionary(value => value.Key, value => value.Value!.ToString()!);

    private static string MethodOf(string method) => method.Length <= 10 ? method : "other";
}
