using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.EnrolFactor;

internal static class EnrolFactorApi
{
    public static void MapEnrolFactor(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/second-factor", StartAsync).Produces<EnrolmentView>().WithMetadata(new OpenWhileEnrollingAttribute());
        api.MapPost("/auth/second-factor/confirmation", ConfirmAsync).Produces<RecoveryCodesView>().WithMetadata(new OpenWhileEnrollingAttribute());
    }

    private static async Task<IResult> StartAsync(
        HttpContext http, CurrentUser user, StartEnrolmentHandler start, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await start.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
    }

    private static async Task<IResult> ConfirmAsync(
        ConfirmEnrolmentRequest request, HttpContext http, CurrentUser user, ConfirmEnrolmentHandler confirm, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await confirm.HandleAsync(request, user, Client.Of(http), cancellationToken)).ToApi(TypedResults.Ok);
    }
}
