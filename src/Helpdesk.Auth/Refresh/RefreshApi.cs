using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.Refresh;

internal static class RefreshApi
{
    public static void MapRefresh(this IEndpointRouteBuilder api) => api
        .MapPost("/auth/refresh", PostAsync)
        .AllowAnonymous()
        .Produces<TokensView>();

    private static async Task<IResult> PostAsync(RefreshRequest request, HttpContext http, RefreshHandler refresh, CancellationToken cancellationToken)
    {
        http.Response.Headers.CacheControl = "no-store";
        return (await refresh.HandleAsync(request, cancellationToken))
            .ToApi(refreshed => TypedResults.Ok(TokensView.Of(refreshed.Tokens, refreshed.User)));
    }
}
