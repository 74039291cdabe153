using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ForgotPassword;

[AllowAnonymous]
internal sealed class ForgotPasswordPage(ForgotPasswordHandler forgot) : PageModel
{
    [BindProperty]
    public ForgotPasswordRequest Form { get; set; } = new();

    public bool IsSent { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await forgot.HandleAsync(Form, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            IsSent = true;
            return Page();
        });
}
