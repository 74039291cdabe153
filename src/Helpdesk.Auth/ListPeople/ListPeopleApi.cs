using Helpdesk.Auth.People;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ListPeople;

internal static class ListPeopleApi
{
    public static void MapListPeople(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/users", GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<CursorPage<PersonView>>();

    private static async Task<IResult> GetAsync(
        [AsParameters] ListPeopleRequest request, CurrentUser user, ListPeopleHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(request, user, cancellationToken)).ToApi(page => TypedResults.Ok(page));
}
