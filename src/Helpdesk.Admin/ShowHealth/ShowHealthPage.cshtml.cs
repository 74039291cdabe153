using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Admin.ShowHealth;

[Authorize(Policy = Policy.Admin)]
internal sealed class ShowHealthPage(ShowHealthHandler handler, CurrentUser user) : PageModel
{
    public HealthView View { get; private set; } = default!;

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await handler.HandleAsync(user, cancellationToken)).ToPage(this, "", view =>
        {
            View = view;
            return Page();
        });
}
