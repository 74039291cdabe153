using Helpdesk.Auth.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.VerifyEmail;

/// <summary>Opening the link does nothing: mail scanners open links too. The button confirms.</summary>
[AllowAnonymous]
internal sealed class VerifyEmailPage(VerifyEmailHandler verify, AuthDbContext db, TimeProvider clock) : PageModel
{
    [BindProperty]
    public VerifyEmailRequest Form { get; set; } = new();

    public VerificationLink Link { get; private set; } = new(LinkState.TooOld, null, null, null);

    public async Task OnGetAsync(string? token, CancellationToken cancellationToken)
    {
        Form = new VerifyEmailRequest { Token = token ?? "" };
        await LookAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await verify.HandleAsync(Form, cancellationToken);
        if (outcome.Refusal is null)
        {
            TempData["flash"] = "Your address is confirmed. Sign in.";
            return Redirect("/signin");
        }

        await LookAsync(cancellationToken);
        var page = Page();
        page.StatusCode = 400;
        return page;
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        db.ChangeTracker.Clear();
        Link = await VerificationLink.FindAsync(db, Form.Token, clock.GetUtcNow(), cancellationToken);
    }
}
