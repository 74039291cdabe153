using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ManageOutbox;

internal static class ManageOutboxApi
{
    private const string Path = "/admin/outbox";

    public static void MapManageOutbox(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<CursorPage<OutboxLine>>();
        api.MapGet($"{Path}/state", StateAsync).RequireAuthorization(Policy.Admin).Produces<OutboxState>();
        api.MapGet($"{Path}/{{id:guid}}", ShowAsync).RequireAuthorization(Policy.Admin).Produces<OutboxLetter>();
        api.MapPost($"{Path}/{{id:guid}}/retry", RetryAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapPost($"{Path}/retry", RetryAllAsync).RequireAuthorization(Policy.Admin).Produces<RetriedMails>();
        api.MapPost($"{Path}/{{id:guid}}/discard", DiscardAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] OutboxRequest request, CurrentUser user, ShowOutboxHandler handler, CancellationToken cancellationToken) =>
        (await handler.ListAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> StateAsync(CurrentUser user, ShowOutboxHandler handler, CancellationToken cancellationToken) =>
        (await handler.StateAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> ShowAsync(Guid id, CurrentUser user, ShowOutboxHandler handler, CancellationToken cancellationToken) =>
        (await handler.ShowAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> RetryAsync(Guid id, CurrentUser user, RetryMailsHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> RetryAllAsync(
        RetryMailsRequest request, CurrentUser user, RetryMailsHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DiscardAsync(
        Guid id, DiscardMailRequest request, CurrentUser user, DiscardMailHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(id, request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
