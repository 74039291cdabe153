using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.RemoveFactor;

internal static class RemoveFactorApi
{
    public static void MapRemoveFactor(this IEndpointRouteBuilder api) => api
        .MapDelete("/auth/second-factor", DeleteAsync)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> DeleteAsync(
        HttpContext http, CurrentUser user, RemoveFactorHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(user, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
