using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowOverview;

internal static class ShowOverviewApi
{
    public static void MapShowOverview(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/overview", GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<OverviewView>();

    private static async Task<IResult> GetAsync(CurrentUser user, ShowOverviewHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
