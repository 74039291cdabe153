using Helpdesk.Auth.MyData;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.AskDeletion;

/// <summary>Takes the form of "Ask for deletion".</summary>
[Authorize(Policy = Policy.SignedIn)]
internal sealed class AskDeletionPage(AskDeletionHandler ask, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(MyDataUrls.Page);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await ask.HandleAsync(user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "You asked for deletion. An administrator decides.";
            return Redirect(MyDataUrls.Page);
        });
}
