using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ManageApiKeys;

internal static class ManageApiKeysApi
{
    private const string Path = "/admin/api-keys";

    public static void MapManageApiKeys(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<ApiKeysView>();
        api.MapPost(Path, PostAsync).RequireAuthorization(Policy.Admin).Produces<CreatedApiKeyView>(StatusCodes.Status201Created);
        api.MapGet($"{Path}/{{id:guid}}", GetAsync).RequireAuthorization(Policy.Admin).Produces<ApiKeyView>();
        api.MapPatch($"{Path}/{{id:guid}}", PatchAsync).RequireAuthorization(Policy.Admin).Produces<ApiKeyView>();
        api.MapDelete($"{Path}/{{id:guid}}", DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListApiKeysHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> GetAsync(Guid id, CurrentUser user, ShowApiKeyHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(
        CreateApiKeyRequest request, HttpContext http, CurrentUser user, CreateApiKeyHandler create, CancellationToken cancellationToken)
    {
        http.NeverKeep();
        return (await create.HandleAsync(request, user, cancellationToken)).ToApi(key => TypedResults.Created($"/api/v1{Path}/{key.Id}", key));
    }

    private static async Task<IResult> PatchAsync(
        Guid id, RenameApiKeyRequest request, CurrentUser user, RenameApiKeyHandler rename, CancellationToken cancellationToken) =>
        (await rename.HandleAsync(id, request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DeleteAsync(Guid id, CurrentUser user, RevokeApiKeyHandler revoke, CancellationToken cancellationToken) =>
        (await revoke.HandleAsync(id, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
