using Helpdesk.Auth.Sessions;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ResetPassword;

/// <summary>Opening the link spends nothing; only the new password does.</summary>
[AllowAnonymous]
internal sealed class ResetPasswordPage(ResetPasswordHandler reset) : PageModel
{
    [BindProperty]
    public ResetPasswordRequest Form { get; set; } = new();

    /// <summary>Null when it is not good.</summary>
    public ResetLink? Link { get; private set; }

    public async Task OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        Form = new ResetPasswordRequest { Token = token ?? "" };
        await LookAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var wasInvited = (await reset.LookAsync(Form.Token, cancellationToken))?.IsInvitation == true;
        var outcome = await reset.HandleAsync(Form, Client.Of(HttpContext), cancellationToken);
        if (outcome.Refusal is not null)
        {
            await LookAsync(cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = wasInvited ? "Your account is ready. Sign in." : "Your password is changed. Other devices are signed out. Sign in.";
            return Redirect("/signin");
        });
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Link = await reset.LookAsync(Form.Token, cancellationToken);
    }
}
