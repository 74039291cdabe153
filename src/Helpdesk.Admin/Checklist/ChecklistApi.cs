using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.Checklist;

internal static class ChecklistApi
{
    public static void MapChecklist(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/checklist", GetAsync).RequireAuthorization(Policy.Admin).Produces<ChecklistView>();
        api.MapDelete("/admin/checklist", DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(CurrentUser user, ShowChecklistHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(CurrentUser user, DismissChecklistHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
