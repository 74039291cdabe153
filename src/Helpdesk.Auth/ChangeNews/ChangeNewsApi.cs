using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangeNews;

internal static class ChangeNewsApi
{
    public static void MapChangeNews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/auth/notifications", GetAsync).Produces<NewsChoicesView>();
        api.MapPatch("/auth/notifications", PatchAsync).Produces<NewsChoicesView>();
    }

    private static async Task<IResult> GetAsync(ShowNewsHandler show, CurrentUser user, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PatchAsync(
        ChangeNewsRequest request, ChangeNewsHandler change, CurrentUser user, CancellationToken cancellationToken) =>
        (await change.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
