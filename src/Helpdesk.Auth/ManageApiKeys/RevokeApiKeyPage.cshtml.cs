using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageApiKeys;

[Authorize(Policy = Policy.Admin)]
internal sealed class RevokeApiKeyPage(RevokeApiKeyHandler revoke, ShowApiKeyHandler show, CurrentUser user) : PageModel
{
    public ApiKeyView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", key =>
        {
            View = key;
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await revoke.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The key is revoked.";
            return Redirect(ApiKeysPage.Path);
        });
}
