using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ShareTicket;

internal static class ShareTicketApi
{
    public static void MapShareTicket(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/{id:guid}/participants", PostAsync).Produces<TicketView>();
        api.MapDelete("/tickets/{id:guid}/participants/{personId:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PostAsync(
        Guid id, ShareTicketRequest request, CurrentUser user, ShareTicketHandler share, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken)
    {
        var shared = await share.HandleAsync(id, request, user, cancellationToken);
        Outcome<Ticket> ticket = shared.Value is { } done ? done.Ticket : shared.Refusal!;
        return await answers.OfAsync(ticket, user, response, cancellationToken);
    }

    // Whoever left may not see the ticket any more, so it is no answer.
    private static async Task<IResult> DeleteAsync(
        Guid id, Guid personId, CurrentUser user, TakeOffHandler takeOff, CancellationToken cancellationToken) =>
        (await takeOff.HandleAsync(id, personId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
