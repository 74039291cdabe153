using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Auth.ExportData;

internal static class ExportDataApi
{
    public static void MapExportData(this IEndpointRouteBuilder api)
    {
        api.MapPost("/auth/me/export", PostAsync).Produces<ExportView>(StatusCodes.Status202Accepted);
        api.MapGet("/auth/me/export", GetAsync).Produces<ExportView>();
        api.MapGet("/auth/me/export/{id:guid}/download", DownloadAsync).Produces(StatusCodes.Status200OK, contentType: "application/zip");
    }

    private static async Task<IResult> PostAsync(AskExportHandler ask, CurrentUser user, CancellationToken cancellationToken) =>
        (await ask.HandleAsync(user, cancellationToken)).ToApi(export => TypedResults.Accepted("/api/v1/auth/me/export", export));

    private static async Task<IResult> GetAsync(ShowExportHandler show, CurrentUser user, CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> DownloadAsync(Guid id, DownloadExportHandler download, CurrentUser user, CancellationToken cancellationToken) =>
        (await download.HandleAsync(id, user, cancellationToken)).ToApi(file => new SentFile(file));

    private sealed class SentFile(ExportFile file) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => file.SendAsync(httpContext);
    }
}
