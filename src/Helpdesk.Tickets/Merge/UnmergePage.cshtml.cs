using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Merge;

[Authorize(Policy = Policy.Staff)]
internal sealed class UnmergePage(UnmergeHandler unmerge, CurrentUser user) : PageModel
{
    public Guid TicketId { get; private set; }

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        TicketId = id;
        return (await unmerge.HandleAsync(id, user, cancellationToken)).ToPage(this, "", ticket =>
        {
            TempData["flash"] = "The merge is taken back.";
            return Redirect(TicketUrls.Show(ticket.Number));
        });
    }
}
