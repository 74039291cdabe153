using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>Takes the fields of its category from the team's ticket page, and shows itself only when they were not saved.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class ChangeDetailsPage(ChangeTicketHandler change, ShowTicketHandler show, CurrentUser user) : PageModel
{
    // Whoever reads, compares and saves while others do the same may need another look.
    private const int Looks = 3;

    [BindProperty]
    public DetailsForm Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public IReadOnlyList<DetailConflict> Conflicts { get; private set; } = [];

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (Form.Changed.Count == 0)
        {
            return Redirect(TicketUrls.Show(id));
        }

        var request = new ChangeTicketRequest { Fields = Form.Changed };
        var changed = await change.HandleAsync(id, request, Form.Version, user, cancellationToken);
        for (var look = 1; changed.Refusal is not null && await ReadAsync(id, cancellationToken); look++)
        {
            // What others changed elsewhere on the ticket is no reason to stop: only what they changed here is.
            if (changed.Refusal is not Refusal.Stale || Conflicts.Count > 0 || look > Looks)
            {
                break;
            }

            changed = await change.HandleAsync(id, request, Ticket.Version, user, cancellationToken);
        }

        return changed.ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is not { } ticket)
        {
            return false;
        }

        Ticket = ticket;
        Conflicts = DetailConflict.Between(Form, ticket);
        return true;
    }
}
