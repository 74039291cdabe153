using Helpdesk.Auth.ListSessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.EndOtherSessions;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class EndOtherSessionsPage(EndOtherSessionsHandler end, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(DevicesPage.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await end.HandleAsync(user, cancellationToken)).ToPage(this, "", ended =>
        {
            TempData["flash"] = ended.Ended == 1 ? "One other device is signed out." : $"{ended.Ended} other devices are signed out.";
            return Redirect(DevicesPage.Path);
        });
}
