using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageOutbox;

[Authorize(Policy = Policy.Admin)]
internal sealed class RetryMailsPage(RetryMailsHandler retry, CurrentUser user) : PageModel
{
    [BindProperty]
    public RetryMailsRequest Form { get; set; } = new();

    public IActionResult OnGet() => Redirect(OutboxPage.Path);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await retry.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), mails =>
        {
            TempData["flash"] = mails.Left == 0
                ? $"{mails.Again} on their way."
                : $"{mails.Again} on their way. {mails.Left} cannot be sent again: what they told is gone or no longer good.";
            return Redirect(OutboxPage.Path);
        });
}
