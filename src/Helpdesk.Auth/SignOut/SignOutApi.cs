using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.SignOut;

internal static class SignOutApi
{
    public static void MapSignOut(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/logout", PostAsync)
        .WithMetadata(new OpenWhileEnrollingAttribute())
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(SignOutHandler signOut, CurrentUser user, CancellationToken cancellationToken) =>
        (await signOut.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
