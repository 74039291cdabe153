using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Live;

internal static class TicketChangesApi
{
    public static void MapTicketChanges(this IEndpointRouteBuilder api) =>
        api.MapGet("/tickets/changes", GetAsync).Produces<TicketChangesView>();

    private static async Task<IResult> GetAsync(string? since, CurrentUser user, TicketChangesHandler changes, CancellationToken cancellationToken) =>
        (await changes.HandleAsync(since, user, cancellationToken)).ToApi(TypedResults.Ok);
}
