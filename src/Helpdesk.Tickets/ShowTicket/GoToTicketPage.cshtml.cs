using Helpdesk.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ShowTicket;

/// <summary>The address with the id, for those who have nothing else; the page itself lives under its number.</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class GoToTicketPage : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/t/{id}");
}
