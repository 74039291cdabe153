using Helpdesk.Auth.ConfirmIdentity;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangeEmail;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class ChangeEmailPage(ChangeEmailHandler change, StepUp stepUp, CurrentUser user) : PageModel
{
    public const string Path = "/account/email";

    [BindProperty]
    public ChangeEmailRequest Form { get; set; } = new();

    public bool IsSent { get; private set; }

    public string Present => user.Email;

    // Asked before anything is typed, so that nothing typed is lost to the question.
    public IActionResult OnGet() => stepUp.Demand(user) is null ? Page() : Redirect(ConfirmIdentityPage.UrlFor(Path));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await change.HandleAsync(Form, user, cancellationToken);
        return outcome.Refusal is Refusal.NotSignedIn { Code: StepUp.Code }
            ? Redirect(ConfirmIdentityPage.UrlFor(Path))
            : outcome.ToPage(this, nameof(Form), _ =>
            {
                IsSent = true;
                return Page();
            });
    }
}
