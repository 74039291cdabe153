using Helpdesk.Platform.Files.Stores;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Platform.Files.Serving;

/// <summary>The doors of the local store. They ask for no session: the address is the right, and it was given out after a look at the rights.</summary>
internal static class FilesApi
{
    // Nothing in it may load, run or submit anything, should a browser ever take it for a page.
    private const string Rules = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox";

    // Some browsers show no PDF in a sandbox. Their readers run no script in the site's name.
    private const string RulesOfPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

    public static void MapFiles(this IEndpointRouteBuilder site)
    {
        site.MapMethods(FileAddresses.Prefix + "/{token}/{name}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
            .AllowAnonymous().ExcludeFromDescription().ShortCircuit();
        site.MapPut(FileAddresses.Prefix + "/uploads/{token}", PutAsync)
            .AllowAnonymous().ExcludeFromDescription().ShortCircuit();
    }

    private static async Task<IResult> GetAsync(
        string token, string name, HttpContext context, FileAddresses addresses, LocalFileStore store, MovedFiles moved, CancellationToken cancellationToken)
    {
        if (addresses.ReadDownload(token, name) is not { } order)
        {
            return TypedResults.NotFound();
        }

        try
        {
            return await store.OpenAsync(order.Key, cancellationToken) is { } content
                ? Send(context, order, content)
                : await moved.AddressOfAsync(order, cancellationToken) is { } elsewhere
                    ? TypedResults.Redirect(elsewhere)
                    : TypedResults.NotFound();
        }
        catch (FileStoreDownException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static FileStreamHttpResult Send(HttpContext context, DownloadOrder order, Stream content)
    {
        var headers = context.Response.Headers;
        headers.ContentDisposition = ContentDisposition.Of(order.Name, order.IsShownInPlace);
        headers.ContentSecurityPolicy = order.IsShownInPlace && order.ContentType == "application/pdf" ? RulesOfPdf : Rules;
        headers[HeaderNames.CacheControl] = "private, max-age=300";
        return TypedResults.Stream(content, order.ContentType, enableRangeProcessing: true);
    }

    private static async Task<IResult> PutAsync(
        string token, HttpContext context, FileAddresses addresses, LocalFileStore store, CancellationToken cancellationToken)
    {
        var request = context.Request;
        if (addresses.ReadUpload(token) is not { } order || request.ContentType != order.ContentType)
        {
            return NotThis();
        }

        if (request.ContentLength is { } length && length != order.Size)
        {
            return WrongSize(order);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = order.Size;
        }

        try
        {
            await using var spooled = await Spool.TakeAsync(request.Body, order.Size, cancellationToken);
            if (spooled?.Length != order.Size)
            {
                return WrongSize(order);
            }

            await store.PutAsync(order.Key, spooled, order.ContentType, cancellationToken);
            return TypedResults.Ok();
        }
        catch (FileStoreDownException)
        {
            return Http.Problems.From(FileStoreDown.ForUploads);
        }
    }

    private static IResult NotThis() =>
        Http.Problems.From(new Refusal.Forbidden("This address takes no such upload, or its time is over. Ask for a new one."));

    private static IResult WrongSize(UploadOrder order) =>
        Http.Problems.From(new Refusal.Invalid("", $"This address takes {order.Size} bytes, no more and no fewer."));
}
