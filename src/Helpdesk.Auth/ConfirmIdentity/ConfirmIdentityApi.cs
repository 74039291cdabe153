using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ConfirmIdentity;

internal static class ConfirmIdentityApi
{
    public static void MapConfirmIdentity(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/confirm", PostAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithMetadata(new OpenWhileEnrollingAttribute());
        api.MapPost("/auth/confirm/passkey/options", AskAsync)
            .Produces<PasskeyQuestion>()
            .WithMetadata(new OpenWhileEnrollingAttribute());
        api.MapPost("/auth/confirm/passkey", PostPasskeyAsync)
            .Produces(StatusCodes.Status204NoContent)
            .WithMetadata(new OpenWhileEnrollingAttribute());
    }

    private static async Task<IResult> AskAsync(CurrentUser user, ConfirmWithPasskeyHandler confirm, CancellationToken cancellationToken) =>
        (await confirm.AskAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostPasskeyAsync(
        PasskeyAnswerBody body, CurrentUser user, ConfirmWithPasskeyHandler confirm, CancellationToken cancellationToken) =>
        (await confirm.HandleAsync(body.ToAnswer(), user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> PostAsync(
        ConfirmIdentityRequest request, HttpContext http, CurrentUser user, ConfirmIdentityHandler confirm, CancellationToken cancellationToken) =>
        (await confirm.HandleAsync(request, user, Client.Of(http), cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
