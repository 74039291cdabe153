using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.LinkTickets;

[Authorize(Policy = Policy.Staff)]
internal sealed class LinkTicketsPage(LinkTicketsHandler link, CurrentUser user) : PageModel
{
    [BindProperty]
    public LinkTicketsRequest Form { get; set; } = new();

    public Guid TicketId { get; private set; }

    public void OnGet(Guid id) => TicketId = id;

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await link.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), made =>
        {
            TempData["flash"] = $"Linked: it {LinkWord.PhraseOf(made.Kind)} #{made.Ticket.Number}.";
            return Redirect(TicketUrls.Show(id));
        });
    }
}
