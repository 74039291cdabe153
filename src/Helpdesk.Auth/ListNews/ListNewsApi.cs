using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ListNews;

internal static class ListNewsApi
{
    public static void MapListNews(this IEndpointRouteBuilder api) =>
        api.MapGet("/notifications", GetAsync).Produces<CursorPage<NewsView>>();

    private static async Task<IResult> GetAsync(
        [AsParameters] ListNewsRequest request, ListNewsHandler list, CurrentUser user, CancellationToken cancellationToken) =>
        (await list.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
