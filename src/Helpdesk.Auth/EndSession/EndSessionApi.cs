using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.EndSession;

internal static class EndSessionApi
{
    public static void MapEndSession(this IEndpointRouteBuilder api) => api
        .MapDelete("/auth/sessions/{id:guid}", DeleteAsync)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> DeleteAsync(Guid id, EndSessionHandler end, CurrentUser user, CancellationToken cancellationToken) =>
        (await end.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
