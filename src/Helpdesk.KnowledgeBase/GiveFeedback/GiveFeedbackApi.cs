using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.GiveFeedback;

internal static class GiveFeedbackApi
{
    private const string Path = "/kb/items/{id:guid}/feedback";

    public static void MapGiveFeedback(this IEndpointRouteBuilder api)
    {
        api.MapPost(Path, PostAsync).Produces(StatusCodes.Status204NoContent);
        api.MapDelete(Path, DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(
        Guid id, GiveFeedbackRequest request, CurrentUser user, GiveFeedbackHandler give, CancellationToken cancellationToken) =>
        (await give.HandleAsync(id, request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RetractFeedbackHandler retract, CancellationToken cancellationToken) =>
        (await retract.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
