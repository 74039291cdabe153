using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Reply;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.HoldReply;

internal static class HoldReplyApi
{
    public static void MapHoldReply(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/{id:guid}/held-replies", PostAsync).Produces<HeldReplyView>(StatusCodes.Status202Accepted);
        api.MapDelete("/tickets/{id:guid}/held-replies/{heldId:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(
        Guid id, ReplyRequest request, CurrentUser user, HoldReplyHandler hold, CancellationToken cancellationToken) =>
        (await hold.HandleAsync(id, request, user, cancellationToken)).ToApi(held => TypedResults.Accepted((string?)null, held));

    private static async Task<IResult> DeleteAsync(
        Guid id, Guid heldId, CurrentUser user, UndoReplyHandler undo, CancellationToken cancellationToken) =>
        (await undo.HandleAsync(id, heldId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
