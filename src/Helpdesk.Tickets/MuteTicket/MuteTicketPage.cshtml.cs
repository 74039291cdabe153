using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.MuteTicket;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class MuteTicketPage(MuteTicketHandler mute, CurrentUser user) : PageModel
{
    public const string NewsList = "/notifications";

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    /// <summary>Back to where it was pressed: the list of news, or the ticket.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? back, CancellationToken cancellationToken) =>
        (await mute.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = user.IsStaff
                ? "Muted. You hear no more of this ticket, unless it is assigned to you or somebody mentions you."
                : "Muted. You get no more mail or news of this ticket.";
            return Redirect(back == NewsList ? NewsList : TicketUrls.Show(id));
        });
}
