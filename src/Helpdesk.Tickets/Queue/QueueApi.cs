using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Queue;

internal static class QueueApi
{
    public static void MapQueue(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/tickets", GetAsync).RequireAuthorization(Policy.Staff).Produces<CursorPage<TicketView>>();
        api.MapGet("/admin/tickets/counts", CountAsync).RequireAuthorization(Policy.Staff).Produces<QueueCounts>();
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] QueueRequest request, CurrentUser user, QueueHandler queue, CancellationToken cancellationToken) =>
        (await queue.HandleAsync(request, user, cancellationToken)).ToApi(page => TypedResults.Ok(page));

    private static async Task<IResult> CountAsync(CurrentUser user, QueueCountsHandler counts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await counts.HandleAsync(user, cancellationToken));
}
