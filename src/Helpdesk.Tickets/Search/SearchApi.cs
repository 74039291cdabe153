using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Search;

internal static class SearchApi
{
    public static void MapSearch(this IEndpointRouteBuilder api) => api.MapGet("/search", GetAsync).Produces<SearchView>();

    private static async Task<IResult> GetAsync(
        [AsParameters] SearchRequest request, CurrentUser user, SearchHandler search, CancellationToken cancellationToken) =>
        (await search.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
