using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.EndOtherSessions;

internal static class EndOtherSessionsApi
{
    public static void MapEndOtherSessions(this IEndpointRouteBuilder api) => api
        .MapDelete("/auth/sessions", DeleteAsync)
        .Produces<EndedView>();

    private static async Task<IResult> DeleteAsync(EndOtherSessionsHandler end, CurrentUser user, CancellationToken cancellationToken) =>
        (await end.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
