using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowAuditLog;

internal static class ShowAuditLogApi
{
    public static void MapShowAuditLog(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/audit-log", GetAsync).RequireAuthorization(Policy.Admin).Produces<CursorPage<AuditLineView>>();
        api.MapGet("/admin/audit-log/file", FileAsync).RequireAuthorization(Policy.Admin).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] AuditLogRequest request, CurrentUser user, ShowAuditLogHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> FileAsync(
        [AsParameters] AuditLogRequest request, CurrentUser user, ExportAuditLogHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(request, user, cancellationToken)).ToApi(file => new CsvAnswer(file.Lines, file.Name));
}
