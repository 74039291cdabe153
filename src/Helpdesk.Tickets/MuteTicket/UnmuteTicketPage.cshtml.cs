using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.MuteTicket;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class UnmuteTicketPage(UnmuteTicketHandler unmute, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await unmute.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "You get news of this ticket again.";
            return Redirect(TicketUrls.Show(id));
        });
}
