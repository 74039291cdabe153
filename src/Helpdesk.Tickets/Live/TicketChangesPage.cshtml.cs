using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Live;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.Live;

/// <summary>Where an open page asks for what its stream would have told, and for counts that follow.</summary>
[Authorize(Policy = Policy.SignedIn)]
[Unattended]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class TicketChangesPage(TicketChangesHandler changes, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "since")]
    public string? Since { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await changes.HandleAsync(Since, user, cancellationToken)).ToPage(this, "", found => new JsonResult(found));
}
