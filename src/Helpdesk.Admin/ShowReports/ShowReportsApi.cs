using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Helpdesk.Admin.ShowReports;

internal static class ShowReportsApi
{
    public static void MapShowReports(this IEndpointRouteBuilder api)
    {
        api.MapGet("/admin/reports", GetAsync).RequireAuthorization(Policy.Admin).Produces<ReportsView>();
        api.MapGet("/admin/reports/{table}", GetFileAsync).RequireAuthorization(Policy.Admin)
            .Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> GetAsync(
        [AsParameters] ReportsRequest request, CurrentUser user, ShowReportsHandler reports, CancellationToken cancellationToken) =>
        (await reports.HandleAsync(request, user, cancellationToken)).ToApi(TypedResults.Ok);

    private static async Task<IResult> GetFileAsync(
        string table, [AsParameters] ReportsRequest request, CurrentUser user, ReportFileHandler file, CancellationToken cancellationToken) =>
        (await file.HandleAsync(table, request, user, cancellationToken)).ToApi(found => new CsvAnswer(found.Lines.ToAsyncEnumerable(), found.Name));
}
