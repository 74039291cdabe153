using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Merge;

internal static class MergeApi
{
    public static void MapMerge(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/tickets/{id:guid}/merge", GetAsync).RequireAuthorization(Policy.Staff).Produces<MergeView>();
        api.MapPost("/admin/tickets/{id:guid}/merge", PostAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
        api.MapPost("/admin/tickets/merge", PostManyAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
        api.MapDelete("/admin/tickets/{id:guid}/merge", DeleteAsync).RequireAuthorization(Policy.Staff).Produces<TicketView>();
    }

    private static async Task<IResult> GetAsync(Guid id, string? into, CurrentUser user, ShowMergeHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, new MergeRequest { Into = into ?? "" }, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(
        Guid id, MergeRequest request, CurrentUser user, MergeHandler merge, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await merge.HandleAsync(id, request, user, cancellationToken), user, response, cancellationToken);

    private static async Task<IResult> PostManyAsync(
        MergeManyRequest request, CurrentUser user, MergeManyHandler merge, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await merge.HandleAsync(request, user, cancellationToken), user, response, cancellationToken);

    private static async Task<IResult> DeleteAsync(
        Guid id, CurrentUser user, UnmergeHandler unmerge, TicketAnswers answers, HttpResponse response, CancellationToken cancellationToken) =>
        await answers.OfAsync(await unmerge.HandleAsync(id, user, cancellationToken), user, response, cancellationToken);
}
