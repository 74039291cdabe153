using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Split;

internal static class SplitApi
{
    public static void MapSplit(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/tickets/{id:guid}/messages/{messageId:guid}/split", PostAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<TicketView>(StatusCodes.Status201Created);

    private static async Task<IResult> PostAsync(
        Guid id, Guid messageId, SplitRequest request, CurrentUser user, SplitHandler split, TicketViews views, CancellationToken cancellationToken)
    {
        var outcome = await split.HandleAsync(id, messageId, request, user, TicketChannel.Api, cancellationToken);
        var view = outcome.Value is { } part ? await views.OfAsync(part, user, cancellationToken) : null;
        return outcome.ToApi(made => TypedResults.Created($"/api/v1/tickets/{made.Id}", view));
    }
}
