using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.InvitePeople;

internal static class InvitePeopleApi
{
    private const string Invitation = "/admin/users/{id:guid}/invitation";

    public static void MapInvitePeople(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/users", InviteOneAsync).RequireAuthorization(Policy.Admin).Produces<PersonView>(StatusCodes.Status201Created);
        api.MapPost("/admin/users/invitations", InviteManyAsync).RequireAuthorization(Policy.Admin).Produces<InvitationsView>();
        api.MapPost(Invitation, InviteAgainAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapDelete(Invitation, TakeBackAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> InviteOneAsync(
        InvitePersonRequest request, CurrentUser user, InvitePersonHandler invite, CancellationToken cancellationToken) =>
        (await invite.HandleAsync(request, user, cancellationToken)).ToApi(person => TypedResults.Created($"/api/v1/admin/users/{person.Id}", person));

    private static async Task<IResult> InviteManyAsync(
        InvitePeopleRequest request, bool? trial, CurrentUser user, InvitePeopleHandler invite, CancellationToken cancellationToken) =>
        (await invite.HandleAsync(request, trial == true, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> InviteAgainAsync(Guid id, CurrentUser user, InviteAgainHandler invite, CancellationToken cancellationToken) =>
        (await invite.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> TakeBackAsync(Guid id, CurrentUser user, TakeBackInvitationHandler takeBack, CancellationToken cancellationToken) =>
        (await takeBack.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
