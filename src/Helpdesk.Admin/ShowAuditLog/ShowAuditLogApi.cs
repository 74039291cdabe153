using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowAuditLog;

internal static class ShowAuditLogApi
{
    public static void MapShowAuditLog(this IEndpointRouteBuilder api) => api
        .MapGet("/admin/audit-log", GetAsync)
        .RequireAuthorization(Policy.Admin)
        .Produces<CursorPage<AuditLineView>>();

    private static async Task<IResult> GetAsync(
        [AsParameters] AuditLogRequest request, CurrentUser user, ShowAuditLogHandler handler, CancellationToken cancellationToken) =>
        (await handler.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);
}
