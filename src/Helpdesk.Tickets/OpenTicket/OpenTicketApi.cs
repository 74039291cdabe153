using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.OpenTicket;

internal static class OpenTicketApi
{
    public static void MapOpenTicket(this IEndpointRouteBuilder api) => api
        .MapPost("/tickets", PostAsync)
        .Produces<TicketView>(StatusCodes.Status201Created);

    private static async Task<IResult> PostAsync(
        OpenTicketRequest request,
        CurrentUser user,
        OpenTicketHandler open,
        TicketViews views,
        HttpResponse response,
        CancellationToken cancellationToken)
    {
        var opened = await open.HandleAsync(request, user, TicketChannel.Api, cancellationToken);
        var view = opened.Value is { } ticket ? await views.OfAsync(ticket, user, cancellationToken) : null;
        return opened.ToApi(_ =>
        {
            response.Announce(view!.Version);
            return TypedResults.Created($"/api/v1/tickets/{view.Id}", view);
        });
    }
}
