using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ShareTicket;

/// <summary>Asks whether somebody is to leave, because nobody gets back in by themselves.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class TakeOffPage(TakeOffHandler takeOff, ShowTicketHandler show, CurrentUser user) : PageModel
{
    public TicketDetailView Ticket { get; private set; } = default!;

    public UserRef Person { get; private set; } = UserRef.Nobody;

    public bool IsMyself => Person.Id == user.Id;

    public async Task<IActionResult> OnGetAsync(Guid id, Guid personId, CancellationToken cancellationToken)
    {
        var found = await show.HandleAsync(id.ToString(), user, cancellationToken);
        if (found.Value is { } ticket && (user.IsStaff || personId == user.Id) && ticket.Participants.FirstOrDefault(person => person.Id == personId) is { } participant)
        {
            (Ticket, Person) = (ticket, participant);
            return Page();
        }

        return NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, Guid personId, CancellationToken cancellationToken) =>
        (await takeOff.HandleAsync(id, personId, user, cancellationToken)).ToPage(this, "", ticket =>
        {
            var staysOn = user.IsStaff || ticket.RequesterId == user.Id;
            TempData["flash"] = personId == user.Id ? $"You left #{ticket.Number}." : "Taken off. They cannot see this ticket any more.";
            return Redirect(staysOn ? TicketUrls.Show(ticket.Number) : "/tickets");
        });
}
