using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ChangeTicket;

internal static class ChangeTicketApi
{
    public static void MapChangeTicket(this IEndpointRouteBuilder api) => api
        .MapPatch("/admin/tickets/{id:guid}", PatchAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<TicketView>();

    private static async Task<IResult> PatchAsync(
        Guid id,
        ChangeTicketRequest request,
        CurrentUser user,
        ChangeTicketHandler change,
        TicketAnswers answers,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await answers.OfAsync(
            await change.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken), user, http.Response, cancellationToken);
}
