using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Redact;

internal static class RedactApi
{
    public static void MapRedact(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/tickets/{id:guid}/messages/{messageId:guid}/redaction", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        Guid id, Guid messageId, CurrentUser user, RedactHandler redact, CancellationToken cancellationToken) =>
        (await redact.HandleAsync(id, messageId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
