using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.LinkTickets;

internal static class LinkTicketsApi
{
    public static void MapLinkTickets(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/tickets/{id:guid}/links", GetAsync).RequireAuthorization(Policy.Staff).Produces<IReadOnlyList<LinkView>>();
        api.MapPost("/admin/tickets/{id:guid}/links", PostAsync).RequireAuthorization(Policy.Staff).Produces<LinkView>(StatusCodes.Status201Created);
        api.MapDelete("/admin/tickets/{id:guid}/links/{linkId:guid}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> GetAsync(Guid id, CurrentUser user, ListLinksHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(
        Guid id, LinkTicketsRequest request, CurrentUser user, LinkTicketsHandler link, CancellationToken cancellationToken) =>
        (await link.HandleAsync(id, request, user, cancellationToken)).ToApi(made => TypedResults.Created($"/api/v1/admin/tickets/{id}/links", made));

    private static async Task<IResult> DeleteAsync(
        Guid id, Guid linkId, CurrentUser user, UnlinkTicketsHandler unlink, CancellationToken cancellationToken) =>
        (await unlink.HandleAsync(id, linkId, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
