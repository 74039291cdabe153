using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.MakeArticle;

internal static class MakeArticleApi
{
    public static void MapMakeArticle(this IEndpointRouteBuilder api) => api
        .MapPost("/admin/tickets/{id:guid}/article", PostAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces<ArticleDraft>(StatusCodes.Status201Created)
        .Produces<ArticleDraft>();

    private static async Task<IResult> PostAsync(Guid id, CurrentUser user, MakeArticleHandler make, CancellationToken cancellationToken) =>
        (await make.HandleAsync(id, user, cancellationToken)).ToApi(draft =>
            draft.IsNew ? TypedResults.Created($"/api/v1/kb/items/{draft.Id}", draft) : (IResult)TypedResults.Ok(draft));
}
