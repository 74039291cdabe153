using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowHealth;

internal static class ShowHealthApi
{
    public static void MapShowHealth(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/health", GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<HealthView>();

    private static async Task<IResult> GetAsync(CurrentUser user, ShowHealthHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
