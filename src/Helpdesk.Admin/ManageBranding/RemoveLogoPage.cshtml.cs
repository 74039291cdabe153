using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageBranding;

[Authorize(Policy = Policy.Admin)]
internal sealed class RemoveLogoPage(RemoveLogoHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(BrandingPage.Path);

    public async Task<IActionResult> OnPostAsync(string theme, CancellationToken cancellationToken)
    {
        if (Words.Read<BrandTheme>(theme) is not { } chosen)
        {
            return NotFound();
        }

        return (await remove.HandleAsync(chosen, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The logo is removed.";
            return Redirect(BrandingPage.Path);
        });
    }
}
