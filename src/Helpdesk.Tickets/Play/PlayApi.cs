using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Play;

internal static class PlayApi
{
    public static void MapPlay(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/tickets/next", GetAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<NextTicket>();

    private static async Task<IResult> GetAsync(
        [AsParameters] QueueRequest request, int[]? skip, CurrentUser user, PlayHandler play, CancellationToken cancellationToken) =>
        (await play.HandleAsync(request, skip ?? [], user, cancellationToken)).ToApi(TypedResults.Ok);
}
