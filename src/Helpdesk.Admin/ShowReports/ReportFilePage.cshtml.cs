using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowReports;

[Authorize(Policy = Policy.Admin)]
internal sealed class ReportFilePage(ReportFileHandler file, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public ReportsRequest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(string table, CancellationToken cancellationToken) =>
        (await file.HandleAsync(table, Form, user, cancellationToken)).ToPage(this, "", found => new CsvAnswer(found.Lines.ToAsyncEnumerable(), found.Name));
}
