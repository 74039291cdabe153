using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ReadNews;

internal static class ReadNewsApi
{
    public static void MapReadNews(this IEndpointRouteBuilder api) =>
        api.MapPost("/notifications/read", PostAsync).Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(ReadNewsRequest request, ReadNewsHandler read, CurrentUser user, CancellationToken cancellationToken) =>
        (await read.HandleAsync(request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
