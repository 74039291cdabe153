using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ManageCategories;

internal static class ManageCategoriesApi
{
    private const string Path = "/admin/ticket-categories";
    private const string One = $"{Path}/{{id:guid}}";
    private const string Fields = $"{One}/fields";
    private const string OneField = $"{Fields}/{{fieldId:guid}}";

    public static void MapManageCategories(this IEndpointRouteBuilder api)
    {
        api.MapGet(Path, ListAsync).RequireAuthorization(Policy.Admin).Produces<ManagedCategoryList>();
        api.MapPost(Path, PostAsync).RequireAuthorization(Policy.Admin).Produces<ManagedCategory>(StatusCodes.Status201Created);
        api.MapGet(One, ShowAsync).RequireAuthorization(Policy.Admin).Produces<ManagedCategory>();
        api.MapPatch(One, PatchAsync).RequireAuthorization(Policy.Admin).Produces<ManagedCategory>();
        api.MapDelete(One, DeleteAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
        api.MapPost(Fields, PostFieldAsync).RequireAuthorization(Policy.Admin).Produces<ManagedField>(StatusCodes.Status201Created);
        api.MapPatch(OneField, PatchFieldAsync).RequireAuthorization(Policy.Admin).Produces<ManagedField>();
        api.MapDelete(OneField, DeleteFieldAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ListAsync(CurrentUser user, ListCategoriesHandler list, CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> PostAsync(SaveCategoryRequest request, CurrentUser user, SaveCategoryHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(null, request, version: null, user, cancellationToken))
            .ToApi(category => TypedResults.Created($"/api/v1{Path}/{category.Id}", category));

    private static async Task<IResult> ShowAsync(Guid id, CurrentUser user, ShowCategoryHandler show, HttpResponse response, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToApi(category =>
        {
            response.Announce(category.Version);
            return TypedResults.Ok(category);
        });

    private static async Task<IResult> PatchAsync(
        Guid id, SaveCategoryRequest request, CurrentUser user, SaveCategoryHandler save, HttpContext http, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, request, http.Request.WantedVersion(), user, cancellationToken)).ToApi(category =>
        {
            http.Response.Announce(category.Version);
            return TypedResults.Ok(category);
        });

    private static async Task<IResult> DeleteAsync(Guid id, Guid? moveTo, CurrentUser user, RemoveCategoryHandler remove, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, moveTo, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());

    private static async Task<IResult> PostFieldAsync(Guid id, SaveFieldRequest request, CurrentUser user, SaveFieldHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, null, request, version: null, user, cancellationToken))
            .ToApi(field => TypedResults.Created($"/api/v1{Path}/{id}", field));

    private static async Task<IResult> PatchFieldAsync(
        Guid id, Guid fieldId, SaveFieldRequest request, CurrentUser user, SaveFieldHandler save, HttpContext http, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, fieldId, request, http.Request.WantedVersion(), user, cancellationToken)).ToApi(field =>
        {
            http.Response.Announce(field.Version);
            return TypedResults.Ok(field);
        });

    private static async Task<IResult> DeleteFieldAsync(Guid id, Guid fieldId, CurrentUser user, SaveFieldHandler save, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, fieldId, new SaveFieldRequest { IsRemoved = true }, version: null, user, cancellationToken)).ToApi(_ => TypedResults.NoContent());
}
