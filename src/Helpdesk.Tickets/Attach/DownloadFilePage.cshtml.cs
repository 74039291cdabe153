using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Attach;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class DownloadFilePage(DownloadFileHandler download, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await download.HandleAsync(id, fileId, user, cancellationToken)).ToPage(this, "", Redirect);
    }
}
