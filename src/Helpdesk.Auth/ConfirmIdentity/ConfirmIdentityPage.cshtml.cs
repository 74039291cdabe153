using Helpdesk.Auth.Passkeys;
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
internal sealed class ConfirmIdentityPage(ConfirmIdentityHandler confirm, ConfirmWithPasskeyHandler passkeys, CurrentUser user) : PageModel
{
    [BindProperty]
    public ConfirmIdentityRequest Form { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "returnUrl")]
    public string? Wanted { get; set; }

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public PasskeyButton? PasskeyButton { get; private set; }

    public bool WantsCode { get; private set; }

    public string Return => ReturnUrl.Safe(Wanted);

    public static string UrlFor(string returnUrl) => $"/account/confirm?returnUrl={Uri.EscapeDataString(returnUrl)}";

    public Task OnGetAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return (await confirm.HandleAsync(Form, user, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(Return));
    }

    public async Task<IActionResult> OnPostPasskeyAsync(CancellationToken cancellationToken)
    {
        await PrepareAsync(cancellationToken);
        return (await passkeys.HandleAsync(Passkey, user, cancellationToken)).ToPage(this, nameof(Form), _ => Redirect(Return));
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        WantsCode = await confirm.WantsCodeAsync(user, cancellationToken);
        PasskeyButton = (await passkeys.AskAsync(user, cancellationToken)).Value is { } question
            ? new PasskeyButton($"{UrlFor(Return)}&handler=passkey", question)
            : null;
    }
}
