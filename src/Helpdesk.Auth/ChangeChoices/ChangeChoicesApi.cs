using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangeChoices;

internal static class ChangeChoicesApi
{
    public static void MapChangeChoices(this IEndpointRouteBuilder api)
    {
        api.MapGet("/auth/choices", GetAsync).Produces<ChoicesView>();
        api.MapPatch("/auth/choices", PatchAsync).Produces<ChoicesView>();
    }

    private static async Task<IResult> GetAsync(ShowChoicesHandler show, CurrentUser user, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PatchAsync(
        ChangeChoicesRequest request, ChangeChoicesHandler change, CurrentUser user, CancellationToken cancellationToken) =>
        (await change.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
