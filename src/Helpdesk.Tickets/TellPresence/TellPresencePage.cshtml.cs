using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Live;
using Helpdesk.Tickets.Contracts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.TellPresence;

/// <summary>Where an open ticket page says so every few seconds.</summary>
[Authorize(Policy = Policy.Staff)]
[Unattended]
internal sealed class TellPresencePage(TellPresenceHandler tell, CurrentUser user) : PageModel
{
    [BindProperty]
    public TellPresenceRequest Form { get; set; } = new();

    public IActionResult OnGet(Guid id) => Redirect(TicketUrls.Show(id));

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await tell.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), present => new JsonResult(present));
}
