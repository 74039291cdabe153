using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowSettings;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowSettingsPage(ShowSettingsHandler show, CurrentUser user) : PageModel
{
    public SettingsView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await show.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
}
