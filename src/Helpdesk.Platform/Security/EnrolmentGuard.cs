using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Helpdesk.Platform.Security;

/// <summary>Marks what stays open to a person who must set up a second factor first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenWhileEnrollingAttribute : Attribute;

/// <summary>Holds such a person to setting it up and signing out, whatever door they try.</summary>
internal static class EnrolmentGuard
{
    private const string Page = "/account/security";

    public static void UseEnrolmentGuard(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var endpoint = context.GetEndpoint();
        if (!SessionIdentity.UserOf(context.User).MustEnrol
            || endpoint is null
            || endpoint.Metadata.GetMetadata<OpenWhileEnrollingAttribute>() is not null
            || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
        }
        else if (ApiPath.WantsProblems(context) || !HttpMethods.IsGet(context.Request.Method))
        {
            await Problems.Of(403, "second-factor-enrolment-required", "Set up a second factor", "Your account must have a second factor. Set one up first.")
                .ExecuteAsync(context);
        }
        else
        {
            context.Response.Redirect(Page);
        }
    });
}
