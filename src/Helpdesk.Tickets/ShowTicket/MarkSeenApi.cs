using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>Until which time the conversation was read.</summary>
internal sealed record MarkSeenRequest(DateTimeOffset Until);

internal static class MarkSeenApi
{
    public static void MapMarkSeen(this IEndpointRouteBuilder api) => api
        .MapPut("/tickets/{id:guid}/seen", PutAsync)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PutAsync(
        Guid id, MarkSeenRequest request, CurrentUser user, MarkSeenHandler seen, CancellationToken cancellationToken) =>
        (await seen.HandleAsync(id, request.Until, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
