using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.InsertArticle;

internal static class InsertArticleApi
{
    public static void MapInsertArticle(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/tickets/{id:guid}/articles", GetAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<IReadOnlyList<ArticleOffer>>();

    private static async Task<IResult> GetAsync(Guid id, string? q, CurrentUser user, InsertArticleHandler articles, CancellationToken cancellationToken) =>
        (await articles.ShowAsync(id, q, user, cancellationToken)).ToApi(TypedResults.Ok);
}
