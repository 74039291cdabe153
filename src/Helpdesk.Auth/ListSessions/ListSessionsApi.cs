using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ListSessions;

internal static class ListSessionsApi
{
    public static void MapListSessions(this IEndpointRouteBuilder api) =>
        api.MapGet("/auth/sessions", GetAsync).Produces<IReadOnlyList<SessionView>>();

    private static async Task<IResult> GetAsync(ListSessionsHandler list, CurrentUser user, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
