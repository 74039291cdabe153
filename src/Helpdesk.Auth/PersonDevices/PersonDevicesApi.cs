using Helpdesk.Auth.EndOtherSessions;
using Helpdesk.Auth.ListSessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.PersonDevices;

internal static class PersonDevicesApi
{
    private const string Path = "/admin/users/{id:guid}/sessions";

    public static void MapPersonDevices(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<IReadOnlyList<SessionView>>();
        api.MapDelete(Path, EndAllAsync).RequireAuthorization(Policy.Admin).Produces<EndedView>();
        api.MapDelete($"{Path}/{{sessionId:guid}}", EndAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(Guid id, CurrentUser user, ListPersonDevicesHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> EndAsync(Guid id, Guid sessionId, CurrentUser user, EndPersonDevicesHandler end, CancellationToken cancellationToken) =>
        (await end.HandleAsync(id, sessionId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> EndAllAsync(Guid id, CurrentUser user, EndPersonDevicesHandler end, CancellationToken cancellationToken) =>
        (await end.HandleAllAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
