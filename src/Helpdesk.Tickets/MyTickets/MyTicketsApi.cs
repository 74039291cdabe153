using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.MyTickets;

internal static class MyTicketsApi
{
    public static void MapMyTickets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/tickets", GetAsync).Produces<CursorPage<TicketView>>();
        api.MapGet("/tickets/counts", CountAsync).Produces<MyTicketCounts>();
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] MyTicketsRequest request, CurrentUser user, MyTicketsHandler tickets, CancellationToken cancellationToken) =>
        (await tickets.HandleAsync(request, user, cancellationToken)).ToApi(page => TypedResults.Ok(page));

    private static async Task<IResult> CountAsync(CurrentUser user, MyTicketCountsHandler counts, CancellationToken cancellationToken) =>
        TypedResults.Ok(await counts.HandleAsync(user, cancellationToken));
}
