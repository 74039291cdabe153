using Helpdesk.KnowledgeBase.Model;
using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.BeginItem;

internal static class BeginItemApi
{
    public static void MapBeginItem(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/kb/items", PostAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>(StatusCodes.Status201Created);
        api.MapPost("/admin/kb/items/{id:guid}/duplicate", DuplicateAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> PostAsync(
        BeginItemRequest request, CurrentUser user, BeginItemHandler begin, ManagedItems views, HttpResponse response, CancellationToken cancellationToken) =>
        await CreatedAsync(await begin.HandleAsync(request, user, cancellationToken), views, response, cancellationToken);

    private static async Task<IResult> DuplicateAsync(
        Guid id, CurrentUser user, DuplicateItemHandler duplicate, ManagedItems views, HttpResponse response, CancellationToken cancellationToken) =>
        await CreatedAsync(await duplicate.HandleAsync(id, user, cancellationToken), views, response, cancellationToken);

    private static async Task<IResult> CreatedAsync(Outcome<Item> begun, ManagedItems views, HttpResponse response, CancellationToken cancellationToken)
    {
        var view = begun.Value is { } item ? await views.OfAsync(item, cancellationToken) : null;
        return begun.ToApi(_ =>
        {
            response.Announce(view!.Version);
            return TypedResults.Created($"/api/v1/admin/kb/items/{view.Id}", view);
        });
    }
}
