using Helpdesk.KnowledgeBase.Views;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.ItemVersions;

internal static class ItemVersionsApi
{
    private const string Path = "/admin/kb/items/{id:guid}/versions";

    public static void MapItemVersions(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Staff).Produces<VersionList>();
        api.MapGet($"{Path}/{{number:int}}", GetAsync).RequireAuthorization(Policy.Staff).Produces<VersionDetail>();
        api.MapGet($"{Path}/comparison", CompareAsync).RequireAuthorization(Policy.Staff).Produces<Comparison>();
        api.MapPost($"{Path}/{{number:int}}/restore", RestoreAsync).RequireAuthorization(Policy.Staff).Produces<ManagedItem>();
    }

    private static async Task<IResult> ListAsync(Guid id, CurrentUser user, ListVersionsHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(id, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> GetAsync(Guid id, int number, CurrentUser user, ShowVersionHandler show, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, number, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> CompareAsync(
        Guid id, int from, int to, CurrentUser user, CompareVersionsHandler compare, CancellationToken cancellationToken) =>
        (await compare.HandleAsync(id, from, to, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> RestoreAsync(
        Guid id, int number, CurrentUser user, RestoreVersionHandler restore, ItemAnswers answers, HttpContext http, CancellationToken cancellationToken) =>
        await answers.OfAsync(await restore.HandleAsync(id, number, http.Request.WantedVersion(), user, cancellationToken), http.Response, cancellationToken);
}
