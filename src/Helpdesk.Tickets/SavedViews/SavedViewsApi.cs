using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.SavedViews;

internal static class SavedViewsApi
{
    public static void MapSavedViews(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/views", ListAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<SavedViewView>>();
        api.MapGet("/admin/views/counts", CountAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<ViewCount>>();
        api.MapPost("/admin/views", PostAsync).RequireAuthorization(Policy.Staff).Produces<SavedViewView>(StatusCodes.Status201Created);
        api.MapDelete("/admin/views/{id:guid}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> CountAsync(CurrentUser user, CountViewsHandler count, CancellationToken cancellationToken) =>
        (await count.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ListAsync(CurrentUser user, ListViewsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveViewRequest request, CurrentUser user, SaveViewHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(request, user, cancellationToken)).ToApi(view => TypedResults.Created((string?)null, view));

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RemoveViewHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
