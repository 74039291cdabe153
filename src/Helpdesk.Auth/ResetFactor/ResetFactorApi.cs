using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ResetFactor;

internal static class ResetFactorApi
{
    public static void MapResetFactor(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/users/{id:guid}/reset-second-factor", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        Guid id, HttpContext http, CurrentUser user, ResetFactorHandler reset, CancellationToken cancellationToken) =>
        (await reset.HandleAsync(id, user, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
