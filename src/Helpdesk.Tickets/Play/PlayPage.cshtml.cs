using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Helpdesk.Tickets.Model;
using Helpdesk.Tickets.Queue;
using Helpdesk.Tickets.TakeNote;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Play;

/// <summary>Leads on to the next ticket of a list. The address carries the list and what was seen of it, so a reload loses nothing.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class PlayPage(PlayHandler play, TakeNoteHandler takeNote, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await NextAsync(PlayList.Read(Request.QueryString.Value), cancellationToken);

    /// <summary>Leaves a ticket aside; a reason becomes a note, so that the next one knows.</summary>
    public async Task<IActionResult> OnPostAsync(Guid ticketId, string? list, string? reason, CancellationToken cancellationToken)
    {
        if (!string.IsNullOrWhiteSpace(reason))
        {
            var noted = await takeNote.HandleAsync(ticketId, new TakeNoteRequest { Body = $"Skipped: {reason.Trim()}" }, user, TicketChannel.Web, cancellationToken);
            if (noted.Refusal is not null)
            {
                return noted.ToPage(this, "", _ => Page());
            }
        }

        return await NextAsync(PlayList.Read(list), cancellationToken);
    }

    private async Task<IActionResult> NextAsync(PlayList list, CancellationToken cancellationToken) =>
        (await play.HandleAsync(QueueAddress.Read(list.Filter), list.Skipped, user, cancellationToken)).ToPage(this, "", next =>
        {
            if (next.Ticket is { } ticket)
            {
                return Redirect($"{TicketUrls.Show(ticket.Number)}?play={Uri.EscapeDataString(list.Query)}");
            }

            TempData["flash"] = "That was the last one that nobody else has open.";
            return Redirect(list.Queue);
        });
}
