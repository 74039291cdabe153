using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangePasskey;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class RenamePasskeyPage(RenamePasskeyHandler rename, CurrentUser user) : PageModel
{
    [BindProperty]
    public RenamePasskeyRequest Form { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await rename.ShowAsync(id, user, cancellationToken)).ToPage(this, nameof(Form), passkey =>
        {
            Form = new RenamePasskeyRequest { Name = passkey.Name };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await rename.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(SecurityPage.Path);
        });
}
