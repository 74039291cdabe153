using Helpdesk.Platform;
using Helpdesk.Platform.Email;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageOutbox;

[Authorize(Policy = Policy.Admin)]
internal sealed class MailPage(ShowOutboxHandler handler, CurrentUser user) : PageModel
{
    public OutboxLetter Mail { get; private set; } = default!;

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await handler.ShowAsync(id, user, cancellationToken)).ToPage(this, "", mail =>
        {
            Mail = mail;
            return Page();
        });
}
