using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.Anonymise;

internal static class AnonymiseApi
{
    public static void MapAnonymise(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/users/{id:guid}/anonymise", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(
        Guid id, AnonymiseRequest request, AnonymiseHandler anonymise, CurrentUser user, CancellationToken cancellationToken) =>
        (await anonymise.HandleAsync(id, request, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
