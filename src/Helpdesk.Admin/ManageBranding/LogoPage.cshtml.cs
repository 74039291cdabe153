using Helpdesk.Platform;
using Helpdesk.Platform.Branding;
using Helpdesk.Platform.Files;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ManageBranding;

[Authorize(Policy = Policy.Admin)]
[TakesFiles]
internal sealed class LogoPage(SetLogoHandler set, CurrentUser user) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "theme")]
    public string Theme { get; set; } = "";

    public IActionResult OnGet() => Words.Read<BrandTheme>(Theme) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(IFormFile? logo, CancellationToken cancellationToken)
    {
        if (Words.Read<BrandTheme>(Theme) is not { } theme)
        {
            return NotFound();
        }

        return (await set.HandleAsync(theme, logo is null ? null : IncomingFile.From(logo), user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The logo is on all pages now.";
            return Redirect(BrandingPage.Path);
        });
    }
}
