using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowAuditLog;

[Authorize(Policy = Policy.Admin)]
internal sealed class ExportAuditLogPage(ExportAuditLogHandler handler, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public AuditPageRequest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await handler.HandleAsync(Form.For(user), user, cancellationToken)).ToPage(this, "", file => new CsvAnswer(file.Lines, file.Name));
}
