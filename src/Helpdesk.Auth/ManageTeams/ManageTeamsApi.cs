using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ManageTeams;

internal static class ManageTeamsApi
{
    private const string Path = "/admin/teams";

    public static void MapManageTeams(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<TeamsView>();
        api.MapPost(Path, PostAsync).RequireAuthorization(Policy.Admin).Produces<TeamView>(StatusCodes.Status201Created);
        api.MapGet($"{Path}/{{id:guid}}", GetAsync).RequireAuthorization(Policy.Admin).Produces<TeamDetailView>();
        api.MapPatch($"{Path}/{{id:guid}}", PatchAsync).RequireAuthorization(Policy.Admin).Produces<TeamView>();
        api.MapDelete($"{Path}/{{id:guid}}", DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListTeamsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> GetAsync(Guid id, CurrentUser user, ShowTeamHandler show, HttpContext http, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(team =>
        {
            http.Response.Announce(team.Version);
            return TypedResults.Ok(team);
        });

    private static async Task<IResult> PostAsync(SaveTeamRequest request, CurrentUser user, SaveTeamHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, version: null, user, cancellationToken))
            .ToApi(team => TypedResults.Created($"/api/v1{Path}/{team.Id}", team));

    private static async Task<IResult> PatchAsync(
        Guid id, SaveTeamRequest request, CurrentUser user, SaveTeamHandler save, HttpContext http, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken)).ToApi(team =>
        {
            http.Response.Announce(team.Version);
            return TypedResults.Ok(team);
        });

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RemoveTeamHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
