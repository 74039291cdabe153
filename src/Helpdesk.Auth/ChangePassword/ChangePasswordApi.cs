using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangePassword;

internal static class ChangePasswordApi
{
    public static void MapChangePassword(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/change-password", PostAsync)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        ChangePasswordRequest request, HttpContext http, ChangePasswordHandler change, CurrentUser user, CancellationToken cancellationToken) =>
        (await change.HandleAsync(request, user, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
