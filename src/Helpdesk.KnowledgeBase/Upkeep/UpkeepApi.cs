using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.Upkeep;

internal static class UpkeepApi
{
    public static void MapUpkeep(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/kb/upkeep", ShowAsync).RequireAuthorization(Policy.Staff).Produces<UpkeepView>();
        api.MapGet("/admin/kb/gaps", GapsAsync).RequireAuthorization(Policy.Staff).Produces<GapList>();
        api.MapPost("/admin/kb/gaps/dismissals", DismissAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/admin/kb/complaints", ComplaintsAsync).RequireAuthorization(Policy.Staff).Produces<ComplaintList>();
        api.MapPost("/admin/kb/items/{id:guid}/complaints/{readerId:guid}/seen", SettleAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
        api.MapPost("/admin/kb/items/{id:guid}/review", ConfirmAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
    }

    private static async Task<IResult> ShowAsync(CurrentUser user, ShowUpkeepHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> GapsAsync(CurrentUser user, ListGapsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DismissAsync(DismissGapRequest request, CurrentUser user, DismissGapHandler dismiss, CancellationToken cancellationToken) =>
        (await dismiss.HandleAsync(request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> ComplaintsAsync(CurrentUser user, ListComplaintsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> SettleAsync(
        Guid id, Guid readerId, CurrentUser user, SettleComplaintHandler settle, CancellationToken cancellationToken) =>
        (await settle.HandleAsync(id, readerId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> ConfirmAsync(
        Guid id, CurrentUser user, ConfirmItemHandler confirm, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(await confirm.HandleAsync(id, http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);
}
