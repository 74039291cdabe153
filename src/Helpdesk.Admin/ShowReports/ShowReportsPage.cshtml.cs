using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowReports;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowReportsPage(ShowReportsHandler reports, CurrentUser user) : PageModel
{
    public const string Path = "/admin/reports";

    [BindProperty(SupportsGet = true, Name = "")]
    public ReportsRequest Form { get; set; } = new();

    /// <summary>Null where the choice of days cannot be read; the page says why.</summary>
    public ReportsView? View { get; private set; }

    public IReadOnlyList<ReportTable> Tables { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await reports.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            Tables = ReportTable.Of(view, user);
            return Page();
        });

    /// <summary>The file has the range and the choices of the page's address.</summary>
    public ReportSection Section(string key, string? chart = null) =>
        new(Tables.Single(table => table.Key == key), chart, $"{Path}/{key}{Request.QueryString}");
}

/// <summary>A table with the kind of its chart (flow, times or bars) and the address of its file, where it has them.</summary>
internal sealed record ReportSection(ReportTable Table, string? Chart, string? FileUrl = null)
{
    /// <summary>So many must have been counted before a curve says anything.</summary>
    public const int EnoughForTrend = 20;

    public double Counted => Table.Rows.Sum(row => row.Values[0] ?? 0);
}
