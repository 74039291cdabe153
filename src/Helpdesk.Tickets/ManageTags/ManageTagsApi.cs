using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ManageTags;

internal static class ManageTagsApi
{
    private const string Path = "/admin/tags";

    public static void MapManageTags(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<TagList>();
        api.MapPost($"{Path}/rename", RenameAsync).RequireAuthorization(Policy.Admin).Produces<TagsChanged>();
        api.MapPost($"{Path}/merge", MergeAsync).RequireAuthorization(Policy.Admin).Produces<TagsChanged>();
        // A tag may hold a stroke, which no path could carry.
        api.MapDelete(Path, DeleteAsync).RequireAuthorization(Policy.Admin).Produces<TagsChanged>();
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListTagsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> RenameAsync(RenameTagRequest request, CurrentUser user, RenameTagHandler rename, CancellationToken cancellationToken) =>
        (await rename.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> MergeAsync(MergeTagsRequest request, CurrentUser user, MergeTagsHandler merge, CancellationToken cancellationToken) =>
        (await merge.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(string? tag, CurrentUser user, RemoveTagHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(tag ?? "", user, cancellationToken)).ToApi(TypedResults.Ok);
}
