using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangePerson;

internal static class ChangePersonApi
{
    public static void MapChangePerson(this IEndpointRouteBuilder api) => api
        .MapPatch("/admin/users/{id:guid}", PatchAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<PersonView>();

    private static async Task<IResult> PatchAsync(
        Guid id, ChangePersonRequest request, CurrentUser user, ChangePersonHandler change, CancellationToken cancellationToken) =>
        (await change.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
