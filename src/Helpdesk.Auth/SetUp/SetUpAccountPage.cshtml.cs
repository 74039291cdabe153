using Helpdesk.Auth.Contracts;
using Helpdesk.Auth.Data;
using Helpdesk.Auth.Sessions;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Settings;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.SetUp;

/// <summary>Step 1: the code of the console and the first account. Gone once the set-up is finished.</summary>
[AllowAnonymous]
internal sealed class SetUpAccountPage(
    SetUpAccountHandler setUp, AuthDbContext db, ISiteSettings settings, BrowserSessions sessions, CurrentUser user) : PageModel
{
    [BindProperty]
    public SetUpAccountRequest Form { get; set; } = new();

    /// <summary>The account is made and the person came back from step 2.</summary>
    public bool IsMade => user.IsAdmin;

    public CurrentUser Person => user;

    public async Task<IActionResult> OnGetAsync(string? code, CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        if ((await settings.GetAsync(cancellationToken)).IsSetUp)
        {
            return NotFound();
        }

        if (user.IsAdmin || !await FirstRun.HasAdminAsync(db, cancellationToken))
        {
            Form = new SetUpAccountRequest { Code = code ?? "" };
            return Page();
        }

        return user.IsSignedIn ? NotFound() : Redirect($"/signin?returnUrl={Uri.EscapeDataString(SetUpSteps.Site)}");
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        Response.Headers["Referrer-Policy"] = "no-referrer";
        var outcome = await setUp.HandleAsync(Form, Client.Of(HttpContext), cancellationToken);
        if (outcome.Value is { } session)
        {
            await sessions.BeginAsync(session, cancellationToken);
        }

        return outcome.ToPage(this, nameof(Form), _ => Redirect(SetUpSteps.Site));
    }
}
