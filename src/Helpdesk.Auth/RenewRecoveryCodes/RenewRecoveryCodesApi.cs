using Helpdesk.Auth.EnrolFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.RenewRecoveryCodes;

internal static class RenewRecoveryCodesApi
{
    public static void MapRenewRecoveryCodes(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/second-factor/recovery-codes", PostAsync)
        .Produces<RecoveryCodesView>();

    private static async Task<IResult> PostAsync(
        HttpContext http, CurrentUser user, RenewRecoveryCodesHandler renew, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await renew.HandleAsync(user, Client.Of(http), cancellationToken)).ToApi(TypedResults.Ok);
    }
}
