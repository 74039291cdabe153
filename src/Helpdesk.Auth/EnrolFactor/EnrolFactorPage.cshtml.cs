using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.SecondFactor;
using Helpdesk.Auth.Sessions;
using Helpdesk.Auth.ShowSecurity;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Http.Guards;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.EnrolFactor;

/// <summary>Three steps on one page: scan, type a code, keep the recovery codes.</summary>
[Authorize(Policy = Policy.SignedIn)]
[OpenWhileEnrolling]
internal sealed class EnrolFactorPage(
    StartEnrolmentHandler start, ConfirmEnrolmentHandler confirm, CurrentUser user) : PageModel
{
    public const string Path = "/account/second-factor";

    [BindProperty]
    public ConfirmEnrolmentRequest Form { get; set; } = new();

    public EnrolmentView? Enrolment { get; private set; }

    /// <summary>Shown once, in the answer to the code.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string Drawing => QrDrawing.Of(Enrolment!.Uri);

    public string Key => Base32.Grouped(Enrolment!.Key);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        HttpContext.NeverKeep();
        Enrolment = await start.FindAsync(user, cancellationToken);
        return Enrolment is null ? Redirect(SecurityPage.Path) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await start.HandleAsync(user, cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(SecurityPage.Path))
            : outcome.Refusal is Refusal.Conflict ? Redirect(SecurityPage.Path)
            : outcome.ToPage(this, "", _ => Redirect(Path));
    }

    public async Task<IActionResult> OnPostConfirmAsync(CancellationToken cancellationToken)
    {
        HttpContext.NeverKeep();
        var outcome = await confirm.HandleAsync(Form, user, Client.Of(HttpContext), cancellationToken);
        if (outcome.Value is { } done)
        {
            Codes = done.RecoveryCodes;
            return Page();
        }

        if (outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code })
        {
            return Redirect(ConfirmIdentityPage.UrlFor(Path));
        }

        Enrolment = await start.FindAsync(user, cancellationToken);
        return Enrolment is null ? Redirect(SecurityPage.Path) : outcome.ToPage(this, nameof(Form), _ => Page());
    }
}
