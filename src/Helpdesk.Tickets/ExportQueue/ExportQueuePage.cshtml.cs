using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Queue;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ExportQueue;

[Authorize(Policy = Policy.Staff)]
internal sealed class ExportQueuePage(ExportQueueHandler export, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "")]
    public QueueRequest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await export.HandleAsync(Form, user, cancellationToken)).ToPage(this, "", lines => new CsvAnswer(lines, ExportQueueHandler.FileName(clock.GetUtcNow())));
}
