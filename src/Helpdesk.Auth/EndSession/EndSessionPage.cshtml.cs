using Helpdesk.Auth.ListSessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.EndSession;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class EndSessionPage(EndSessionHandler end, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(DevicesPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await end.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "Signed out there.";
            return Redirect(DevicesPage.Path);
        });
}
