using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ManageTags;

internal static class ManageTagsApi
{
    private const string Path = "/admin/kb/tags";

    public static void MapManageTags(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Staff).Produces<TagList>();
        api.MapPost(Path, PostAsync).RequireAuthorization(Policy.Staff).Produces<TagView>(StatusCodes.Status201Created);
        api.MapPatch($"{Path}/{{id:guid}}", PatchAsync).RequireAuthorization(Policy.Staff).Produces<TagView>();
        api.MapPost($"{Path}/{{id:guid}}/merge", MergeAsync).RequireAuthorization(Policy.Staff).Produces<TagView>();
        api.MapDelete($"{Path}/{{id:guid}}", DeleteAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListTagsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveTagRequest request, CurrentUser user, SaveTagHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, user, cancellationToken)).ToApi(tag => TypedResults.Created((string?)null, tag));

    private static async Task<IResult> PatchAsync(Guid id, SaveTagRequest request, CurrentUser user, SaveTagHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> MergeAsync(Guid id, MergeTagRequest request, CurrentUser user, MergeTagHandler merge, CancellationToken cancellationToken) =>
        (await merge.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RemoveTagHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
