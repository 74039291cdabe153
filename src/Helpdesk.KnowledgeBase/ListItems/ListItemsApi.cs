using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ListItems;

internal static class ListItemsApi
{
    public static void MapListItems(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/kb/items", ListAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<CursorPage<ListedItem>>();

    private static async Task<IResult> ListAsync(
        [AsParameters] ListItemsRequest request, CurrentUser user, ListItemsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(request, user, cancellationToken)).ToApi(page => TypedResults.Ok(page));
}
