using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ShowTicket;

internal static class ShowTicketApi
{
    public static void MapShowTicket(this IEndpointRouteBuilder api) => api
        .MapGet("/tickets/{idOrNumber}", GetAsync)
        .Produces<TicketDetailView>();

    private static async Task<IResult> GetAsync(
        string idOrNumber, CurrentUser user, ShowTicketHandler show, HttpResponse response, CancellationToken cancellationToken) =>
        (await show.HandleAsync(idOrNumber, user, cancellationToken)).ToApi(ticket =>
        {
            response.Announce(ticket.Version);
            return TypedResults.Ok(ticket);
        });
}
