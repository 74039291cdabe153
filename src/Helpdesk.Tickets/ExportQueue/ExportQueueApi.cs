using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Tickets.ExportQueue;

internal static class ExportQueueApi
{
    public static void MapExportQueue(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/tickets/export", GetAsync)
        .RequireAuthorization(Policy.Staff)
        .Produces(StatusCodes.Status200OK, contentType: "text/csv");

    private static async Task<IResult> GetAsync(
        [AsParameters] QueueRequest request, CurrentUser user, ExportQueueHandler export, TimeProvider clock, CancellationToken cancellationToken) =>
        (await export.HandleAsync(request, user, cancellationToken)).ToApi(lines => new CsvAnswer(lines, ExportQueueHandler.FileName(clock.GetUtcNow())));
}
