using System.Globalization;
using Helpdesk.Platform;

namespace Helpdesk.Admin.ShowReports;

/// <summary>One of the tables as a file.</summary>
internal sealed class ReportFileHandler(ShowReportsHandler reports)
{
    public async Task<Outcome<ReportFile>> HandleAsync(string table, ReportsRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var shown = await reports.HandleAsync(request, user, cancellationToken);
        if (shown.Value is not { } view)
        {
            return shown.Refusal!;
        }

        return ReportTable.Of(view, user).FirstOrDefault(each => each.Key == table) is { } found
            ? new ReportFile(FileName(found, view.Range), [.. found.ToCsv()])
            : new Refusal.NotFound();
    }

    private static string FileName(ReportTable table, RangeView range) =>
        string.Create(CultureInfo.InvariantCulture, $"report-{table.Key}-{range.From:yyyy-MM-dd}-{range.To:yyyy-MM-dd}.csv");
}

internal sealed record ReportFile(string Name, IReadOnlyList<string> Lines);
