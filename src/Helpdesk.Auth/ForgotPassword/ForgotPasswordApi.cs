using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ForgotPassword;

internal static class ForgotPasswordApi
{
    public static void MapForgotPassword(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/forgot-password", PostAsync)
        .AllowAnonymous()
        .Produces(StatusCodes.Status202Accepted);

    private static async Task<IResult> PostAsync(
        ForgotPasswordRequest request, HttpContext http, ForgotPasswordHandler forgot, CancellationToken cancellationToken) =>
        (await forgot.HandleAsync(request, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.StatusCode(StatusCodes.Status202Accepted));
}
