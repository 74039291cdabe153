using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeStatus;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ChangeStatusPage(ChangeStatusHandler handler, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChangeStatusRequest Form { get; set; } = new();

    [BindProperty]
    public int? Version { get; set; }

    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect($"/t/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await handler.HandleAsync(id, Form, Version, user, cancellationToken)).ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = ticket.Status switch
            {
                TicketStatus.Resolved => "Resolved. Good to hear.",
                TicketStatus.Closed => "Closed.",
                _ => "Open again. Tell us what is still wrong.",
            };
            return Redirect(TicketUrls.Show(ticket.Number) + (ticket.IsOpen ? "#answer" : ""));
        });
    }
}
