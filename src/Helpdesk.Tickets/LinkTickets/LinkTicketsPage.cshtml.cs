using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.LinkTickets;

[Authorize(Policy = Policy.Staff)]
internal sealed class LinkTicketsPage(LinkTicketsHandler link, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public LinkTicketsRequest Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id.ToString(), user, cancellationToken)).ToPage(this, "", ticket =>
        {
            Ticket = ticket;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var linked = await link.HandleAsync(id, Form, user, cancellationToken);
        if (linked.Refusal is not null && (await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
        }

        return linked.ToPage(this, nameof(Form), made =>
        {
            TempData["flash"] = $"Linked: it {LinkWord.PhraseOf(made.Kind)} #{made.Ticket.Number}.";
            return Redirect(TicketUrls.Show(id));
        });
    }
}
