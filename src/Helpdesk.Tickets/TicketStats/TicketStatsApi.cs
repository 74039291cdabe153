using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.TicketStats;

internal static class TicketStatsApi
{
    public static void MapTicketStats(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/tickets/stats", GetAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<TicketStatsView>();

    private static async Task<IResult> GetAsync(CurrentUser user, TicketStatsHandler stats, CancellationToken cancellationToken) =>
        (await stats.HandleAsync(user, cancellationToken)).ToApi(view => TypedResults.Ok(view));
}
