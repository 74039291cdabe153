using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.SearchItems;

internal static class SearchItemsApi
{
    public static void MapSearchItems(this IEndpointRouteBuilder api)
    {
        api.MapGet("/kb/search", GetAsync).Produces<FoundItems>();
        api.MapGet("/kb/items", GetAsync).Produces<FoundItems>();
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] SearchItemsRequest request, CurrentUser user, SearchItemsHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
