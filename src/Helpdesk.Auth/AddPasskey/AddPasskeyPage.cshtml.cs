using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Passkeys;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.AddPasskey;

[Authorize(Policy = Policy.SignedIn)]
[OpenWhileEnrolling]
internal sealed class AddPasskeyPage(StartPasskeyHandler start, AddPasskeyHandler add, CurrentUser user) : PageModel
{
    public const string Path = "/account/passkeys";

    [BindProperty]
    public AddPasskeyRequest Form { get; set; } = new();

    [BindProperty]
    public PasskeyAnswer Passkey { get; set; } = new();

    public PasskeyQuestion Question { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Form = new AddPasskeyRequest { Name = Client.Of(HttpContext).Device };
        return await AskAsync(cancellationToken) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await add.HandleAsync(Form, Passkey, user, Client.Of(HttpContext), cancellationToken);
        if (outcome.Value is not null)
        {
            TempData["flash"] = "The passkey is added.";
            return Redirect(SecurityPage.Path);
        }

        return await AskAsync(cancellationToken) ?? outcome.ToPage(this, nameof(Form), _ => Page());
    }

    private async Task<IActionResult?> AskAsync(CancellationToken cancellationToken)
    {
        HttpContext.NeverKeep();
        var asked = await start.HandleAsync(user, cancellationToken);
        if (asked.Value is not { } question)
        {
            return Redirect(ConfirmIdentityPage.UrlFor(Path));
        }

        Question = question;
        return null;
    }
}
