using Helpdesk.Platform;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Attach;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.ShowTicket;
using Helpdesk.Tickets.Views;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.TakeNote;

/// <summary>Takes the notes of the team's ticket page, and shows itself only when one was not saved.</summary>
[Authorize(Policy = Policy.Staff)]
[TakesFiles]
internal sealed class TakeNotePage(TakeNoteHandler takeNote, PostedFiles posted, ShowTicketHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public TakeNoteRequest Form { get; set; } = new();

    public TicketDetailView Ticket { get; private set; } = default!;

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        Outcome<NoteTaken> taken = await posted.TakeInAsync(id, Request, Form.AttachmentIds, cancellationToken) is { } refused
            ? refused
            : await takeNote.HandleAsync(id, Form, user, TicketChannel.Web, cancellationToken);
        if ((await show.HandleAsync(id.ToString(), user, cancellationToken)).Value is { } ticket)
        {
            Ticket = ticket;
        }

        return taken.ToPage(this, nameof(Form), done =>
        {
            TempData["flash"] = "Note saved. Only the team sees it.";
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Note, id);
            return Redirect(TicketUrls.Note(Ticket.Number, done.Note.Id));
        });
    }
}
