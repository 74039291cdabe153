using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SignOut;

/// <summary>Checks the form's token itself: a page whose session ended elsewhere still signs out without an error.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class SignOutPage(SignOutHandler signOut, BrowserSessions sessions, CurrentUser user, IAntiforgery antiforgery) : PageModel
{
    public IActionResult OnGet() => user.IsSignedIn ? Page() : Redirect("/signin");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (user.IsSignedIn)
        {
            if (!await antiforgery.IsRequestValidAsync(HttpContext))
            {
                // Another site may have sent this; the page with the button asks.
                return Page();
            }

            await signOut.HandleAsync(user, cancellationToken);
            await sessions.ForgetAsync();
        }

        TempData["flash"] = "You are signed out.";
        return Redirect("/signin");
    }
}
