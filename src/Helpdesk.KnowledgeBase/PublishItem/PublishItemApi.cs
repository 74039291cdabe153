using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.PublishItem;

internal static class PublishItemApi
{
    public static void MapPublishItem(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/kb/items/{id:guid}/publish", PublishAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
        api.MapPost("/admin/kb/items/{id:guid}/unpublish", UnpublishAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
        api.MapGet("/admin/kb/items/{id:guid}/checklist", ChecklistAsync).RequireAuthorization(Policy.Staff).Produces<Readiness>();
    }

    private static async Task<IResult> PublishAsync(
        Guid id, PublishItemRequest? request, CurrentUser user, PublishItemHandler publish, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(
            await publish.HandleAsync(id, request ?? new PublishItemRequest(), http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);

    private static async Task<IResult> UnpublishAsync(
        Guid id, CurrentUser user, UnpublishItemHandler unpublish, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(await unpublish.HandleAsync(id, http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);

    private static async Task<IResult> ChecklistAsync(Guid id, CurrentUser user, ShowReadinessHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
