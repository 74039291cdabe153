using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ShowSecurity;

[Authorize(Policy = Policy.SignedIn)]
[OpenWhileEnrolling]
internal sealed class SecurityPage(ShowSecurityHandler show, CurrentUser user) : PageModel
{
    public const string Path = "/account/security";

    public SecurityView View { get; private set; } = default!;

    public CurrentUser Person => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
}
