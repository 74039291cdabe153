using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ChangeStatus;

internal static class ChangeStatusApi
{
    public static void MapChangeStatus(this IEndpointRouteBuilder api) => api
        .MapPatch("/tickets/{id:guid}", PatchAsync)
        .Produces<TicketView>();

    private static async Task<IResult> PatchAsync(
        Guid id,
        ChangeStatusRequest request,
        CurrentUser user,
        ChangeStatusHandler change,
        TicketAnswers answers,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await answers.OfAsync(
            await change.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken), user, http.Response, cancellationToken);
}
