using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ChooseColumns;

internal static class ChooseColumnsApi
{
    public static void MapChooseColumns(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/queue-columns", GetAsync).RequireAuthorization(Policy.Staff).Produces<ColumnsView>();
        api.MapPut("/admin/queue-columns", PutAsync).RequireAuthorization(Policy.Staff).Produces<ColumnsView>();
    }

    private static async Task<IResult> GetAsync(CurrentUser user, ShowColumnsHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PutAsync(ChooseColumnsRequest request, CurrentUser user, ChooseColumnsHandler choose, CancellationToken cancellationToken) =>
        (await choose.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
