using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.RenewRecoveryCodes;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class RenewRecoveryCodesPage(RenewRecoveryCodesHandler renew, CurrentUser user) : PageModel
{
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IActionResult OnGet() => Redirect(SecurityPage.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        HttpContext.NeverKeep();
        var outcome = await renew.HandleAsync(user, Client.Of(HttpContext), cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(SecurityPage.Path))
            : outcome.ToPage(this, "", done =>
            {
                Codes = done.RecoveryCodes;
                return Page();
            });
    }
}
