using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.KeepWriting;

internal static class KeepWritingApi
{
    private const string Path = "/admin/kb/items/{id:guid}/writing";

    public static void MapKeepWriting(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, GetAsync).RequireAuthorization(Policy.Staff).Produces<WritingView>();
        api.MapPut(Path, PutAsync).RequireAuthorization(Policy.Staff).Produces<WritingView>();
        api.MapDelete(Path, DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(Guid id, CurrentUser user, ShowWritingHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PutAsync(Guid id, KeepWritingRequest request, CurrentUser user, KeepWritingHandler keep, CancellationToken cancellationToken) =>
        (await keep.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, DiscardWritingHandler discard, CancellationToken cancellationToken) =>
        (await discard.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
