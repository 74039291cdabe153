using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ShowSecurity;

internal static class ShowSecurityApi
{
    public static void MapShowSecurity(this IEndpointRouteBuilder api) => api
        .MapGet("/auth/security", GetAsync)
        .Produces<SecurityView>()
        .WithMetadata(new OpenWhileEnrollingAttribute());

    private static async Task<IResult> GetAsync(CurrentUser user, ShowSecurityHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);
}
