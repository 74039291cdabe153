using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ShowPerson;

internal static class ShowPersonApi
{
    public static void MapShowPerson(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/users/{id:guid}", GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<PersonView>();

    private static async Task<IResult> GetAsync(Guid id, CurrentUser user, ShowPersonHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);
}
