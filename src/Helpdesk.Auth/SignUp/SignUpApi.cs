using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.SignUp;

internal static class SignUpApi
{
    public static void MapSignUp(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/signup", PostAsync)
        .AllowAnonymous()
        .Produces<SignedUp>(StatusCodes.Status201Created);

    private static async Task<IResult> PostAsync(SignUpRequest request, HttpContext http, SignUpHandler signUp, CancellationToken cancellationToken) =>
        (await signUp.HandleAsync(request, Client.Of(http), cancellationToken))
            .ToApi(signedUp => TypedResults.Created("/api/v1/auth/me", signedUp));
}
