using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ArchiveItem;

internal static class ArchiveItemApi
{
    public static void MapArchiveItem(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/kb/items/{id:guid}/archive", PostAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<ManagedItem>();

    private static async Task<IResult> PostAsync(
        Guid id, ArchiveItemRequest? request, CurrentUser user, ArchiveItemHandler archive, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(
            await archive.HandleAsync(id, request ?? new ArchiveItemRequest(), http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);
}
