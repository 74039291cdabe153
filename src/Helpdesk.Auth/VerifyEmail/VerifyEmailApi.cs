using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.VerifyEmail;

internal static class VerifyEmailApi
{
    public static void MapVerifyEmail(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/verify-email", PostAsync)
        .AllowAnonymous()
        .Produces(StatusCodes.Status204NoContent);

    private static async Task<IResult> PostAsync(VerifyEmailRequest request, VerifyEmailHandler verify, CancellationToken cancellationToken) =>
        (await verify.HandleAsync(request, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
