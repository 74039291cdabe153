using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ChangeTicket;

/// <summary>The fields of the side panel as a form sends them: one or several, what is not there stays.</summary>
internal sealed record FieldsForm
{
    public string? Status { get; init; }

    public string? Priority { get; init; }

    public string? Category { get; init; }

    /// <summary>An id, or "none".</summary>
    public string? Assignee { get; init; }

    public int? Version { get; init; }
}

[Authorize(Policy = Policy.Staff)]
internal sealed class ChangeTicketPage(ChangeTicketHandler handler, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public FieldsForm Form { get; set; } = new();

    /// <summary>The ticket as it is now, for those who must choose between theirs and ours.</summary>
    public TicketDetailView? Ticket { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect($"/t/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var request = new ChangeTicketRequest { Status = Form.Status, Priority = Form.Priority, Category = Form.Category };
        if (Form.Assignee is { Length: > 0 } assignee)
        {
            request = request with { AssigneeId = Guid.TryParse(assignee, out var person) ? person : (Guid?)null };
        }

        var outcome = await handler.HandleAsync(id, request, Form.Version, user, cancellationToken);
        if (outcome.Refusal is not null)
        {
            Ticket = (await show.HandleAsync(id.ToString(), user, cancellationToken)).Value;
        }

        return outcome.ToPage(this, nameof(Form), ticket =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }
}
