using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ShowItem;

internal static class ShowItemApi
{
    public static void MapShowItem(this IEndpointRouteBuilder api) => api
        .MapGet("/kb/items/{idOrSlug}", GetAsync)
        .Produces<ItemDetail>();

    private static async Task<IResult> GetAsync(
        string idOrSlug, CurrentUser user, ShowItemHandler handler, HttpResponse response, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(idOrSlug, user, cancellationToken)).ToApi<ItemDetail>(item =>
        {
            if (item.Slug != idOrSlug && !Guid.TryParse(idOrSlug, out _))
            {
                return TypedResults.Redirect($"/api/v1/kb/items/{item.Slug}", permanent: true);
            }

            response.Headers.ETag = $"\"{item.Version}\"";
            return TypedResults.Ok(item);
        });
}
