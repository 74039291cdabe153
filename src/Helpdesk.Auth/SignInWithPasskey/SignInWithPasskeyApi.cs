using Helpdesk.Auth.Model;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.SignInWithPasskey;

internal static class SignInWithPasskeyApi
{
    public static void MapSignInWithPasskey(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/login/passkey/options", AskAsync).AllowAnonymous().Produces<PasskeyQuestion>();
        api.MapPost("/auth/login/passkey", PostAsync).AllowAnonymous().Produces<TokensView>();
    }

    private static async Task<IResult> AskAsync(HttpContext http, AskPasskeyHandler ask)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await ask.HandleAsync()).ToApi(TypedResults.Ok);
    }

    private static async Task<IResult> PostAsync(
        PasskeyLoginBody body, HttpContext http, SignInWithPasskeyHandler signIn, CancellationToken cancellationToken)
    {
        var client = Client.Of(http);
        http.Response.Headers.CacheControl = "no-store";
        return (await signIn.HandleAsync(
                body.ToAnswer(),
                null,
                new SessionWish(SessionKind.Api, IsPersistent: false, client.LabelOr(body.DeviceLabel)),
                client,
                cancellationToken))
            .ToApi(done => TypedResults.Ok(TokensView.Of(done.Tokens!, done.User)));
    }
}

internal sealed record PasskeyLoginBody : PasskeyAnswerBody
{
    /// <summary>How the session is called in the person's list of devices.</summary>
    public string? DeviceLabel { get; init; }
}
