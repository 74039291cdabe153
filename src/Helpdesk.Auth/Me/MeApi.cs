using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.Me;

internal static class MeApi
{
    public static void MapMe(this IEndpointRouteBuilder api)
    {
        api.MapGet("/auth/me", GetAsync).Produces<UserView>();
        api.MapPatch("/auth/me", PatchAsync).Produces<UserView>().WithMetadata(new NotForKeysAttribute());
    }

    private static async Task<IResult> GetAsync(ShowMeHandler show, CurrentUser user, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PatchAsync(
        ChangeMeRequest request, ChangeMeHandler change, CurrentUser user, CancellationToken cancellationToken) =>
        (await change.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
