using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Take;

[Authorize(Policy = Policy.Staff)]
internal sealed class TakePage(TakeHandler take, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await take.HandleAsync(id, user, cancellationToken)).ToPage(this, "", ticket =>
        {
            TempData["flash"] = "Taken.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }
}
