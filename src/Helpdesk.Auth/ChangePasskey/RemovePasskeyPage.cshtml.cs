using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangePasskey;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class RemovePasskeyPage(RemovePasskeyHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(SecurityPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        var outcome = await remove.HandleAsync(id, user, Client.Of(HttpContext), cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(SecurityPage.Path))
            : outcome.ToPage(this, "", _ =>
            {
                TempData["flash"] = "The passkey is removed. It does not sign you in any more.";
                return Redirect(SecurityPage.Path);
            });
    }
}
