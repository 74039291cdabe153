using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.MuteTicket;

internal static class MuteTicketApi
{
    public static void MapMuteTicket(this IEndpointRouteBuilder api)
    {
        api.MapPut("/tickets/{id:guid}/mute", PutAsync).Produces(StatusCodes.Status204NoContent);
        api.MapDelete("/tickets/{id:guid}/mute", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PutAsync(Guid id, CurrentUser user, MuteTicketHandler mute, CancellationToken cancellationToken) =>
        (await mute.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, UnmuteTicketHandler unmute, CancellationToken cancellationToken) =>
        (await unmute.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
