using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.Deflect;

internal static class DeflectApi
{
    public static void MapDeflect(this IEndpointRouteBuilder api)
    {
        api.MapPost("/kb/items/{id:guid}/solved", PostAsync).Produces<SolvedByItem>(StatusCodes.Status201Created);
        api.MapDelete("/kb/solved/{id:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(Guid id, CurrentUser user, SolveHandler solve, CancellationToken cancellationToken) =>
        (await solve.HandleAsync(id, user, cancellationToken)).ToApi(solved => TypedResults.Created($"/api/v1/kb/solved/{solved.Id}", solved));

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, UndoSolveHandler undo, CancellationToken cancellationToken) =>
        (await undo.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
