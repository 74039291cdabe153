using Helpdesk.Auth.MyData;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.AskDeletion;

[Authorize(Policy = Policy.SignedIn)]
internal sealed class WithdrawDeletionPage(WithdrawDeletionHandler withdraw, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(MyDataUrls.Page);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await withdraw.HandleAsync(user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "You withdrew it. Your account stays.";
            return Redirect(MyDataUrls.Page);
        });
}
