using Helpdesk.Auth.Model;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.SignIn;

internal static class SignInApi
{
    public static void MapSignIn(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/login", PostAsync)
        .AllowAnonymous()
        .Produces<TokensView>();

    private static async Task<IResult> PostAsync(LoginRequest request, HttpContext http, SignInHandler signIn, CancellationToken cancellationToken)
    {
        var client = Client.Of(http);
        http.Response.Headers.CacheControl = "no-store";
        return (await signIn.HandleAsync(
                new SignInRequest { Email = request.Email, Password = request.Password, Code = request.TwoFactorCode },
                new SessionWish(SessionKind.Api, IsPersistent: false, client.LabelOr(request.DeviceLabel)),
                client,
                cancellationToken))
            .ToApi(answer => TypedResults.Ok(TokensView.Of(answer.SignedIn!.Tokens!, answer.SignedIn.User)));
    }
}

internal sealed record LoginRequest
{
    public string Email { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary>The code of the app, or a recovery code; accounts without a second factor ignore it.</summary>
    public string? TwoFactorCode { get; init; }

    /// <summary>How the session is called in the person's list of devices.</summary>
    public string? DeviceLabel { get; init; }
}
