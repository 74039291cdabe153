using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.PickLink;

internal static class PickLinkApi
{
    public static void MapPickLink(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/kb/links", GetAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<IReadOnlyList<LinkView>>();

    private static async Task<IResult> GetAsync(string? q, CurrentUser user, PickLinkHandler pick, CancellationToken cancellationToken) =>
        (await pick.HandleAsync(q, user, cancellationToken)).ToApi(TypedResults.Ok);
}
