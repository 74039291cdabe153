using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Split;

/// <summary>Shows the message, asks for a subject, and says who will be on the new ticket.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class SplitPage(SplitHandler split, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public SplitRequest Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public MessageView Message { get; private set; } = default!;

    /// <summary>Somebody other than the requester wrote it, for the requester's side.</summary>
    public bool MayBeTheAuthors => !Message.IsFromStaff && Message.Author.Id != Ticket.Requester.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid messageId, CancellationToken cancellationToken) =>
        await ReadAsync(id, messageId, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid messageId, CancellationToken cancellationToken)
    {
        var outcome = await split.HandleAsync(id, messageId, Form, user, TicketChannel.Web, cancellationToken);
        return outcome.Refusal is null or Refusal.Forbidden || await ReadAsync(id, messageId, cancellationToken)
            ? outcome.ToPage(this, nameof(Form), part =>
            {
                TempData["flash"] = $"Ticket #{part.Number} is made.";
                return Redirect(TicketUrls.Show(part.Number));
            })
            : NotFound();
    }

    private async Task<bool> ReadAsync(Guid id, Guid messageId, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket
            && ticket.Messages.FirstOrDefault(message => message.Id == messageId && !message.IsNote) is { } found)
        {
            (Ticket, Message) = (ticket, found);
            return true;
        }

        return false;
    }
}
