using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.AskDeletion;

internal static class AskDeletionApi
{
    public static void MapAskDeletion(this IEndpointRouteBuilder api)
    {
        api.MapGet("/auth/me/deletion", GetAsync).Produces<DeletionView>();
        api.MapPost("/auth/me/deletion", PostAsync).Produces<DeletionView>();
        api.MapDelete("/auth/me/deletion", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(ShowDeletionHandler show, CurrentUser user, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(AskDeletionHandler ask, CurrentUser user, CancellationToken cancellationToken) =>
        (await ask.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(WithdrawDeletionHandler withdraw, CurrentUser user, CancellationToken cancellationToken) =>
        (await withdraw.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
