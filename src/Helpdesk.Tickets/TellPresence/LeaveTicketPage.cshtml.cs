using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Where a ticket page says that it closes.</summary>
[Authorize(Policy = Policy.Staff)]
[Unattended]
internal sealed class LeaveTicketPage(LeaveTicketHandler leave, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await leave.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ => new StatusCodeResult(204));
}
