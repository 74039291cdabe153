using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ChangeMany;

internal static class ChangeManyApi
{
    public static void MapChangeMany(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/tickets/bulk", PostAsync).RequireAuthorization(Policy.Staff).Produces<ManyView>();
        api.MapGet("/admin/tickets/bulk/{id:guid}", FollowAsync).RequireAuthorization(Policy.Staff).Produces<ManyView>();
        api.MapPost("/admin/tickets/bulk/{id:guid}/undo", UndoAsync).RequireAuthorization(Policy.Staff).Produces<ManyView>();
    }

    private static async Task<IResult> PostAsync(ChangeManyRequest request, CurrentUser user, ChangeManyHandler many, CancellationToken cancellationToken) =>
        (await many.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> FollowAsync(Guid id, CurrentUser user, FollowManyHandler follow, CancellationToken cancellationToken) =>
        (await follow.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> UndoAsync(Guid id, CurrentUser user, UndoManyHandler undo, CancellationToken cancellationToken) =>
        (await undo.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
