using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ConfirmEmail;

internal static class ConfirmEmailApi
{
    public static void MapConfirmEmail(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/confirm-email", PostAsync)
        .AllowAnonymous()
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        ConfirmEmailRequest request, HttpContext http, ConfirmEmailHandler confirm, CancellationToken cancellationToken) =>
        (await confirm.HandleAsync(request, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
