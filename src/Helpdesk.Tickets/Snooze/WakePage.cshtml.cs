using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Snooze;

[Authorize(Policy = Policy.Staff)]
internal sealed class WakePage(WakeHandler wake, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await wake.HandleAsync(id, user, cancellationToken)).ToPage(this, "", ticket =>
        {
            TempData["flash"] = "It is back in the lists.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
}
