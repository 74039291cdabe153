using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.BinItem;

internal static class BinItemApi
{
    public static void MapBinItem(this IEndpointRouteBuilder api)
    {
        api.MapDelete("/admin/kb/items/{id:guid}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
        api.MapPost("/admin/kb/items/{id:guid}/recovery", RecoverAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
    }

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, DeleteItemHandler delete, HttpRequest request, CancellationToken cancellationToken) =>
        (await delete.HandleAsync(id, request.WantedVersion(), user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> RecoverAsync(
        Guid id, CurrentUser user, RecoverItemHandler recover, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(await recover.HandleAsync(id, http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);
}
