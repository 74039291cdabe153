using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Platform.Email.Mailbox;

[AllowAnonymous]
internal sealed class MailboxPage(PickupFolder folder) : PageModel
{
    public IReadOnlyList<PickedUpMail> Mails { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!folder.IsOpen)
        {
            return NotFound();
        }

        Mails = await folder.ListAsync(cancellationToken);
        return Page();
    }
}
