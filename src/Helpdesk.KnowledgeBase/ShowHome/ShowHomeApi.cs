using Helpdesk.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ShowHome;

internal static class ShowHomeApi
{
    public static void MapShowHome(this IEndpointRouteBuilder api) => api
        .MapGet("/kb/categories", GetAsync)
        .Produces<IReadOnlyList<TopicView>>();

    private static async Task<IResult> GetAsync(CurrentUser user, ShowHomeHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok((await handler.HandleAsync(user, cancellationToken)).Topics);
}
