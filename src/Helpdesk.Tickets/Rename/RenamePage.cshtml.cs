using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Rename;

/// <summary>Takes the subject that was edited in its place, and shows itself only when it was not saved.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class RenamePage(RenameHandler rename, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public RenameRequest Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var renamed = await rename.HandleAsync(id, Form, version: null, user, cancellationToken);
        if (renamed.Refusal is not null && (await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
        }

        return renamed.ToPage(this, nameof(Form), done =>
        {
            TempData["flash"] = "Subject saved.";
            return Redirect(TicketUrls.Show(done.Number));
        });
    }
}
