using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangePassword;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ChangePasswordPage(ChangePasswordHandler change, CurrentUser user) : PageModel
{
    [BindProperty]
    public ChangePasswordRequest Form { get; set; } = new();

    public string Email => user.Email;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await change.HandleAsync(Form, user, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Your password is changed. Other devices are signed out.";
            return Redirect(SecurityPage.Path);
        });
}
