using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageBranding;

[Authorize(Policy = Policy.Admin)]
internal sealed class ResetBrandingPage(ResetBrandingHandler reset, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await reset.HandleAsync(user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The site looks as it came.";
            return Redirect(BrandingPage.Path);
        });
}
