using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.HoldReply;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class UndoReplyPage(UndoReplyHandler undo, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, Guid heldId, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await undo.HandleAsync(id, heldId, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Not sent. Your text is a draft again.";
            return Redirect(TicketUrls.Show(id));
        });
    }
}
