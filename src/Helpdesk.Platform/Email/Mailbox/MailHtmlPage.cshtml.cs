using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Platform.Email.Mailbox;

/// <summary>The HTML part alone, to be framed: a mail has its styles in itself, which no page of ours may.</summary>
[AllowAnonymous]
internal sealed class MailHtmlPage(PickupFolder folder) : PageModel
{
    private const string Rules =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data: https:; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellationToken)
    {
        if (await folder.FindAsync(name, cancellationToken) is not { } mail)
        {
            return NotFound();
        }

        Response.Headers.ContentSecurityPolicy = Rules;
        Response.Headers.XFrameOptions = "SAMEORIGIN";
        // A link opens beside the frame; within it the sandbox would leave the page without its scripts and sign-in.
        return Content(mail.Mail.Html.Replace("<head>", "<head><base target=\"_blank\">", StringComparison.Ordinal), "text/html; charset=utf-8");
    }
}
