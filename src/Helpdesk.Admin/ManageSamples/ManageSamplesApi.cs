using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ManageSamples;

internal static class ManageSamplesApi
{
    public static void MapManageSamples(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/samples", GetAsync).RequireAuthorization(Policy.Admin).Produces<SamplesView>();
        api.MapPost("/admin/samples", PostAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapDelete("/admin/samples", DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(CurrentUser user, ShowSamplesHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(CurrentUser user, AddSamplesHandler add, CancellationToken cancellationToken) =>
        (await add.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> DeleteAsync(CurrentUser user, RemoveSamplesHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
