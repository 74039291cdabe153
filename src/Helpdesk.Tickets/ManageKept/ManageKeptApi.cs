using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ManageKept;

internal static class ManageKeptApi
{
    public static void MapManageKept(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/macros/all", AllMacrosAsync).RequireAuthorization(Policy.Admin).Produces<ManagedKeptList>();
        api.MapPatch("/admin/macros/{id:guid}", ArrangeMacroAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapGet("/admin/canned-answers/all", AllAnswersAsync).RequireAuthorization(Policy.Admin).Produces<ManagedKeptList>();
        api.MapPatch("/admin/canned-answers/{id:guid}", ArrangeAnswerAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> AllMacrosAsync(CurrentUser user, ListAllMacrosHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ArrangeMacroAsync(Guid id, ArrangeRequest request, CurrentUser user, ArrangeMacroHandler arrange, CancellationToken cancellationToken) =>
        (await arrange.HandleAsync(id, request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> AllAnswersAsync(CurrentUser user, ListAllAnswersHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ArrangeAnswerAsync(Guid id, ArrangeRequest request, CurrentUser user, ArrangeAnswerHandler arrange, CancellationToken cancellationToken) =>
        (await arrange.HandleAsync(id, request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
