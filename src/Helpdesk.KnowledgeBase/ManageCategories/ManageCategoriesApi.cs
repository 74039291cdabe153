using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ManageCategories;

internal static class ManageCategoriesApi
{
    private const string Path = "/admin/kb/categories";

    public static void MapManageCategories(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Staff).Produces<CategoryList>();
        api.MapPost(Path, PostAsync).RequireAuthorization(Policy.Staff).Produces<CategoryView>(StatusCodes.Status201Created);
        api.MapPatch($"{Path}/{{id:guid}}", PatchAsync).RequireAuthorization(Policy.Staff).Produces<CategoryView>();
        api.MapDelete($"{Path}/{{id:guid}}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListCategoriesHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveCategoryRequest request, CurrentUser user, SaveCategoryHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, version: null, user, cancellationToken)).ToApi(category => TypedResults.Created((string?)null, category));

    private static async Task<IResult> PatchAsync(
        Guid id, SaveCategoryRequest request, CurrentUser user, SaveCategoryHandler save, HttpContext http, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken)).ToApi(category =>
        {
            http.Response.Announce(category.Version);
            return TypedResults.Ok(category);
        });

    private static async Task<IResult> DeleteAsync(Guid id, Guid? moveTo, CurrentUser user, RemoveCategoryHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, moveTo, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
