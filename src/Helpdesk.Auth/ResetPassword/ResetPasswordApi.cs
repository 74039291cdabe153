using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ResetPassword;

internal static class ResetPasswordApi
{
    public static void MapResetPassword(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/reset-password", PostAsync)
        .AllowAnonymous()
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        ResetPasswordRequest request, HttpContext http, ResetPasswordHandler reset, CancellationToken cancellationToken) =>
        (await reset.HandleAsync(request, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
