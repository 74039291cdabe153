using Helpdesk.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ShowHome;

internal static class ShowHomeApi
{
    public static void MapShowHome(this IEndpointRouteBuilder api)
    {
        api.MapGet("/kb/categories", GetCategoriesAsync).Produces<IReadOnlyList<TopicView>>();
        api.MapGet("/kb/tags", GetTagsAsync).Produces<IReadOnlyList<TagView>>();
    }

    private static async Task<IResult> GetCategoriesAsync(CurrentUser user, ShowHomeHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handler.TopicsAsync(user, cancellationToken));

    private static async Task<IResult> GetTagsAsync(CurrentUser user, ListTagsHandler handler, CancellationToken cancellationToken) =>
        TypedResults.Ok(await handler.HandleAsync(user, cancellationToken));
}
