using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.SuggestItems;

internal static class SuggestItemsApi
{
    public static void MapSuggestItems(this IEndpointRouteBuilder api) => api
        .MapGet("/kb/suggestions", GetAsync)
        .Produces<IReadOnlyList<Answer>>();

    private static async Task<IResult> GetAsync(string? q, CurrentUser user, SuggestItemsHandler suggest, CancellationToken cancellationToken) =>
        (await suggest.HandleAsync(q, user, cancellationToken)).ToApi(TypedResults.Ok);
}
