using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Security;

/// <summary>Marks what no program may do with a key: a person who signed in may.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NotForKeysAttribute : Attribute
{
    /// <summary>Only where the id in the address is the owner's own; what is about others is open.</summary>
    public bool OnlyAboutOwner { get; init; }
}

/// <summary>Holds a key to its scope and away from its owner's account, whatever endpoint it tries. What is for admins alone is closed to other scopes already: they leave no admin.</summary>
internal static class KeyGuard
{
    public static void UseKeyGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var user = SessionIdentity.UserOf(context.User);
        if (user.Key is { } key && WhyNot(context, user, key) is { } why)
        {
            await Problems.From(new Refusal.Forbidden(why)).ExecuteAsync(context);
        }
        else
        {
            await next(context);
        }
    });

    private static string? WhyNot(HttpContext context, CurrentUser user, KeyInUse key) =>
        !key.MayChange && !IsReading(context.Request.Method) ? "This API key may only read."
        : context.GetEndpoint()?.Metadata.GetMetadata<NotForKeysAttribute>() is { } closed && (!closed.OnlyAboutOwner || IsAboutOwner(context, user))
            ? "An API key cannot do this. Sign in yourself."
        : null;

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsAboutOwner(HttpContext context, CurrentUser user) =>
        Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var id) && id == user.Id;
}
