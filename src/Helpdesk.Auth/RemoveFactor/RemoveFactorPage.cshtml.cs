using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.RemoveFactor;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class RemoveFactorPage(RemoveFactorHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(SecurityPage.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await remove.HandleAsync(user, Client.Of(HttpContext), cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(SecurityPage.Path))
            : outcome.ToPage(this, "", _ =>
            {
                TempData["flash"] = "The second factor is off.";
                return Redirect(SecurityPage.Path);
            });
    }
}
