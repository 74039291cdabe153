using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ImportPeople;

internal static class ImportPeopleApi
{
    public static void MapImportPeople(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/users/import", PostAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<ImportView>();

    private static async Task<IResult> PostAsync(
        ImportPeopleRequest request, bool? trial, CurrentUser user, ImportPeopleHandler import, CancellationToken cancellationToken) =>
        (await import.HandleAsync(request, trial == true, user, cancellationToken)).ToApi(TypedResults.Ok);
}
