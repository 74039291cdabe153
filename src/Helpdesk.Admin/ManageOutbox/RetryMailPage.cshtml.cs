using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageOutbox;

[Authorize(Policy = Policy.Admin)]
internal sealed class RetryMailPage(RetryMailsHandler retry, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"{OutboxPage.Path}/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await retry.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The mail is on its way.";
            return Redirect(OutboxPage.Path);
        });
}
