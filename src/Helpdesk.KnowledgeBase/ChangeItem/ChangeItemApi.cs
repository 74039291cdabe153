using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ChangeItem;

internal static class ChangeItemApi
{
    public static void MapChangeItem(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/kb/items/{id:guid}", GetAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
        api.MapPatch("/admin/kb/items/{id:guid}", PatchAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
        api.MapGet("/admin/kb/items/{id:guid}/merge", MergeAsync).RequireAuthorization(Policy.Staff).Produces<MergeView>();
    }

    private static async Task<IResult> GetAsync(
        Guid id, CurrentUser user, ShowManagedItemHandler show, HttpResponse response, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(item => ItemAnswers.Ok(item, response));

    private static async Task<IResult> PatchAsync(
        Guid id, ChangeItemRequest request, CurrentUser user, ChangeItemHandler change, ManagedItems views, HttpContext http, CancellationToken cancellationToken)
    {
        var changed = await change.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken);
        var view = changed.Value is { } saved ? await views.OfAsync(saved.Item, cancellationToken) : null;
        return changed.ToApi(done => ItemAnswers.Ok(done.MergedWith.Count > 0 ? view! with { MergedWith = done.MergedWith } : view!, http.Response));
    }

    private static async Task<IResult> MergeAsync(Guid id, CurrentUser user, ShowMergeHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
