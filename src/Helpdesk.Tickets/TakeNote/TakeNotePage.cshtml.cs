using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Drafts;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.TakeNote;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class TakeNotePage(TakeNoteHandler handler, CurrentUser user) : PageModel
{
    [BindProperty]
    public TakeNoteRequest Form { get; set; } = new();

    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect($"/t/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await handler.HandleAsync(id, Form, user, TicketChannel.Web, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Note saved. Only the team sees it.";
            TempData["draft-sent"] = DraftUrls.Of(DraftKind.Note, id);
            return Redirect($"/t/{id}");
        });
    }
}
