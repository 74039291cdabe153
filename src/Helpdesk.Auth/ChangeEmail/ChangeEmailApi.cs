using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangeEmail;

internal static class ChangeEmailApi
{
    public static void MapChangeEmail(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/change-email", PostAsync)
        .Produces(StatusCodes.Status202Accepted);

    private static async Task<IResult> PostAsync(
        ChangeEmailRequest request, CurrentUser user, ChangeEmailHandler change, CancellationToken cancellationToken) =>
        (await change.HandleAsync(request, user, cancellationToken)).ToApi(_ => TypedResults.StatusCode(StatusCodes.Status202Accepted));
}
