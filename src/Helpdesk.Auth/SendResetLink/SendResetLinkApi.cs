using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.SendResetLink;

internal static class SendResetLinkApi
{
    public static void MapSendResetLink(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/users/{id:guid}/reset-password", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(Guid id, CurrentUser user, SendResetLinkHandler send, CancellationToken cancellationToken) =>
        (await send.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
