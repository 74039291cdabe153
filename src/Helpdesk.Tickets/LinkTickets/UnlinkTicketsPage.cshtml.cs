using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.LinkTickets;

[Authorize(Policy = Policy.Staff)]
internal sealed class UnlinkTicketsPage(UnlinkTicketsHandler unlink, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, Guid linkId, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await unlink.HandleAsync(id, linkId, user, cancellationToken)).ToPage(this, "", ticket =>
        {
            TempData["flash"] = "The link is removed.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }
}
