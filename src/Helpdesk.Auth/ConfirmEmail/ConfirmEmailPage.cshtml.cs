using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ConfirmEmail;

/// <summary>Opening the link does nothing: mail scanners open links too. The button confirms, on whatever device the mail is read.</summary>
[AllowAnonymous]
internal sealed class ConfirmEmailPage(ConfirmEmailHandler confirm, CurrentUser user) : PageModel
{
    [BindProperty]
    public ConfirmEmailRequest Form { get; set; } = new();

    public string? Address { get; private set; }

    public async Task OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Form = new ConfirmEmailRequest { Token = token ?? "" };
        Address = await confirm.AddressAsync(Form.Token, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        return (await confirm.HandleAsync(Form, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Your new address is confirmed.";
            return Redirect(user.IsSignedIn ? "/account/profile" : "/signin");
        });
    }
}
