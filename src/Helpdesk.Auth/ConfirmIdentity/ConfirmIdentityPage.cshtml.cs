using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.SignIn;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ConfirmIdentity;

[Authorize(Policy = Policy.SignedIn)]
[OpenWhileEnrolling]
internal sealed class ConfirmIdentityPage(ConfirmIdentityHandler confirm, CurrentUser user) : PageModel
{
    [BindProperty]
    public ConfirmIdentityRequest Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Wanted { get; set; }

    public bool WantsCode { get; private set; }

    public string Return => ReturnUrl.Safe(Wanted);

    public static string UrlFor(string returnUrl) => $"/account/confirm?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public async Task OnGetAsync(CancellationToken cancellationToken) => WantsCode = await confirm.WantsCodeAsync(user, cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        WantsCode = await confirm.WantsCodeAsync(user, cancellationToken);
        return (await confirm.HandleAsync(Form, user, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(Return));
    }
}
