using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SignUp;

[AllowAnonymous]
internal sealed class SignUpPage(SignUpHandler signUp, SignUpTickets tickets, ISiteSettings settings, CurrentUser user, TimeProvider clock) : PageModel
{
    [BindProperty]
    public SignUpRequest Form { get; set; } = new();

    public string? AllowedAddresses => AuthSettings.Of(settings.Known).AllowedAddresses;

    /// <summary>With the ticket of "Change" the address that was given before is filled in.</summary>
    public async Task<IActionResult> OnGetAsync(string? ticket, CancellationToken cancellationToken)
    {
        if (user.IsSignedIn)
        {
            return Redirect("/");
        }

        if (AuthSettings.Of(await settings.GetAsync(cancellationToken)).SignUp == SignUpRule.Off)
        {
            return NotFound();
        }

        Form = new SignUpRequest { Email = ticket is null ? "" : tickets.Read(ticket)?.Email ?? "" };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await signUp.HandleAsync(Form, Client.Of(HttpContext), cancellationToken)).ToPage(this, nameof(Form), Next);

    private RedirectResult Next(SignedUp signedUp)
    {
        if (AuthSettings.Of(settings.Known).RequireVerifiedEmail)
        {
            return Redirect(tickets.UrlOf(new SignUpTicket(signedUp.Id, signedUp.Email, clock.GetUtcNow())));
        }

        TempData["flash"] = "Your account is ready. Sign in.";
        return Redirect("/signin");
    }
}
