using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.Attach;

internal static class AttachApi
{
    public static void MapAttach(this IEndpointRouteBuilder api)
    {
        api.MapPost("/tickets/attachments/upload-url", OfferForNewAsync).Produces<UploadOffer>(StatusCodes.Status201Created);
        api.MapPost("/tickets/{id:guid}/attachments/upload-url", OfferAsync).Produces<UploadOffer>(StatusCodes.Status201Created);
        api.MapGet("/tickets/{id:guid}/attachments/{attachmentId:guid}/download", DownloadAsync).Produces(StatusCodes.Status302Found);
    }

    private static Task<IResult> OfferForNewAsync(
        UploadRequest request, CurrentUser user, SendFileHandler send, CancellationToken cancellationToken) =>
        AnswerAsync(send.OfferAsync(null, request, user, cancellationToken));

    private static Task<IResult> OfferAsync(
        Guid id, UploadRequest request, CurrentUser user, SendFileHandler send, CancellationToken cancellationToken) =>
        AnswerAsync(send.OfferAsync(id, request, user, cancellationToken));

    private static async Task<IResult> AnswerAsync(Task<Outcome<UploadOffer>> offered) =>
        (await offered).ToApi(offer => TypedResults.Created((string?)null, offer));

    private static async Task<IResult> DownloadAsync(
        Guid id, Guid attachmentId, CurrentUser user, DownloadFileHandler download, CancellationToken cancellationToken) =>
        (await download.HandleAsync(id, attachmentId, user, cancellationToken)).ToApi(address => TypedResults.Redirect(address));
}
