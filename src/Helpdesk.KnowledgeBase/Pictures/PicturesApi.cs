using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.KnowledgeBase.Pictures;

internal static class PicturesApi
{
    public static void MapPictures(this IEndpointRouteBuilder api)
    {
        api.MapPost("/admin/kb/upload-url", OfferAsync).RequireAuthorization(Policy.Staff).Produces<UploadOffer>(StatusCodes.Status201Created);
        api.MapPost("/admin/kb/items/{id:guid}/images", AddAsync).RequireAuthorization(Policy.Staff).Produces<PictureView>(StatusCodes.Status201Created);
        api.MapGet("/admin/kb/items/{id:guid}/files/{fileId:guid}", OpenFileAsync).RequireAuthorization(Policy.Staff).Produces(StatusCodes.Status302Found);
    }

    /// <summary>What readers see of files.</summary>
    public static void MapReadFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/kb/images/{fileId:guid}", OpenPictureAsync).Produces(StatusCodes.Status302Found);
        api.MapGet("/kb/items/{id:guid}/download", DownloadAsync).Produces(StatusCodes.Status302Found);
        api.MapGet("/kb/items/{id:guid}/captions", CaptionsAsync).Produces(StatusCodes.Status200OK, contentType: "text/vtt");
    }

    private static async Task<IResult> OfferAsync(OfferUploadRequest request, CurrentUser user, OfferUploadHandler offer, CancellationToken cancellationToken) =>
        (await offer.HandleAsync(request, user, cancellationToken)).ToApi(given => TypedResults.Created((string?)null, given));

    private static async Task<IResult> AddAsync(Guid id, AddPictureRequest request, CurrentUser user, AddPictureHandler add, CancellationToken cancellationToken) =>
        (await add.HandleAsync(id, request, user, cancellationToken)).ToApi(picture => TypedResults.Created($"/api/v1{picture.Url}", picture));

    private static async Task<IResult> OpenPictureAsync(Guid fileId, CurrentUser user, OpenPictureHandler open, CancellationToken cancellationToken) =>
        (await open.HandleAsync(fileId, user, cancellationToken)).ToApi(address => TypedResults.Redirect(address.Url));

    private static async Task<IResult> DownloadAsync(Guid id, CurrentUser user, OpenFileHandler open, CancellationToken cancellationToken) =>
        (await open.ReadAsync(id, user, cancellationToken)).ToApi(address => TypedResults.Redirect(address.Url));

    private static async Task<IResult> CaptionsAsync(Guid id, CurrentUser user, OpenFileHandler open, CancellationToken cancellationToken) =>
        (await open.CaptionsAsync(id, user, cancellationToken)).ToApi(captions => TypedResults.Stream(captions, OpenFileHandler.CaptionsType));

    private static async Task<IResult> OpenFileAsync(Guid id, Guid fileId, CurrentUser user, OpenFileHandler open, CancellationToken cancellationToken) =>
        (await open.HandleAsync(id, fileId, user, cancellationToken)).ToApi(address => TypedResults.Redirect(address.Url));
}
