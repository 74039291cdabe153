using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ChangePasskey;

internal static class ChangePasskeyApi
{
    public static void MapChangePasskey(this IEndpointRouteBuilder api)
    {
        api.MapPatch("/auth/passkeys/{id:guid}", PatchAsync).Produces<PasskeyView>();
        api.MapDelete("/auth/passkeys/{id:guid}", DeleteAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> PatchAsync(
        Guid id, RenamePasskeyRequest request, CurrentUser user, RenamePasskeyHandler rename, CancellationToken cancellationToken) =>
        (await rename.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(
        Guid id, HttpContext http, CurrentUser user, RemovePasskeyHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
