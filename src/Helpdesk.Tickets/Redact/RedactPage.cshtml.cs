using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Redact;

/// <summary>Shows what would go, and what cannot be called back, before it is done.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class RedactPage(RedactHandler redact, ShowTicketHandler show, CurrentUser user) : PageModel
{
    public TicketDetailView Ticket { get; private set; } = default!;

    public MessageView Message { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid messageId, CancellationToken cancellationToken) =>
        await ReadAsync(id, messageId, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid messageId, CancellationToken cancellationToken)
    {
        var outcome = await redact.HandleAsync(id, messageId, user, cancellationToken);
        return outcome.Refusal is null || await ReadAsync(id, messageId, cancellationToken)
            ? outcome.ToPage(this, "", ticket =>
            {
                TempData["flash"] = "The words are taken out.";
                return Redirect(TicketUrls.Show(ticket.Number));
            })
            : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, Guid messageId, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket
            && ticket.Messages.FirstOrDefault(message => message.Id == messageId) is { } found)
        {
            (Ticket, Message) = (ticket, found);
            return true;
        }

        return false;
    }
}
