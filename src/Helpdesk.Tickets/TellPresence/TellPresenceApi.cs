using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.TellPresence;

internal static class TellPresenceApi
{
    public static void MapTellPresence(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/presence", GetAsync).RequireAuthorization(Policy.Staff).Produces<PresenceView>();
        api.MapPut("/admin/tickets/{id:guid}/presence", PutAsync).RequireAuthorization(Policy.Staff).Produces<PresenceView>();
        api.MapDelete("/admin/tickets/{id:guid}/presence", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(CurrentUser user, ShowPresenceHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PutAsync(
        Guid id, TellPresenceRequest request, CurrentUser user, TellPresenceHandler tell, CancellationToken cancellationToken) =>
        (await tell.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, LeaveTicketHandler leave, CancellationToken cancellationToken) =>
        (await leave.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
