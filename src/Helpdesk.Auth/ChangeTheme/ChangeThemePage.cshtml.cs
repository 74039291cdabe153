using Helpdesk.Auth.SignIn;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Helpdesk.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ChangeTheme;

/// <summary>Takes the choice of the person menu, which stands on every page, and goes back there.</summary>
[Authorize(Policy = Policy.SignedIn)]
[OpenWhileEnrolling]
internal sealed class ChangeThemePage(ChangeThemeHandler change, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(ReturnUrl.Home);

    public async Task<IActionResult> OnPostAsync(
        [FromForm(Name = "theme")] string? theme, [FromForm(Name = "returnUrl")] string? returnUrl, CancellationToken cancellationToken) =>
        (await change.HandleAsync(new ChangeThemeRequest { Theme = theme ?? "" }, user, cancellationToken))
            .ToPage(this, "", _ => Redirect(ReturnUrl.Safe(returnUrl)));
}
