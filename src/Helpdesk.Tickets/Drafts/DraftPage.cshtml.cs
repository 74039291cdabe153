using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Model;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Drafts;

/// <summary>Where composers leave what is typed in them, and where it is thrown away.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class DraftPage(SaveDraftHandler save, DiscardDraftHandler discard, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => NotFound();

    public async Task<IActionResult> OnPostAsync(string kind, Guid? ticketId, CancellationToken cancellationToken)
    {
        if (Words.Read<DraftKind>(kind) is not { } which)
        {
            return NotFound();
        }

        var request = new SaveDraftRequest { Kind = which, TicketId = ticketId, Content = DraftFields.Write(Request.Form) };
        return (await save.HandleAsync(request, user, cancellationToken)).ToPage(this, "", _ => new StatusCodeResult(204));
    }

    public async Task<IActionResult> OnPostDiscardAsync(string kind, Guid? ticketId, string? back, CancellationToken cancellationToken)
    {
        if (Words.Read<DraftKind>(kind) is not { } which)
        {
            return NotFound();
        }

        return (await discard.HandleAsync(which, ticketId, user, cancellationToken))
            .ToPage(this, "", _ => LocalRedirect(Url.IsLocalUrl(back) ? back : "/"));
    }
}
