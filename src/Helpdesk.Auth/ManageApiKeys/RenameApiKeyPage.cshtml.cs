using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageApiKeys;

[Authorize(Policy = Policy.Admin)]
internal sealed class RenameApiKeyPage(RenameApiKeyHandler rename, ShowApiKeyHandler show, CurrentUser user) : PageModel
{
    [BindProperty]
    public RenameApiKeyRequest Form { get; set; } = new();

    public static string PathOf(Guid id) => $"{ApiKeysPage.Path}/{id}/name";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await show.HandleAsync(id, user, cancellationToken)).ToPage(this, "", key =>
        {
            Form = new RenameApiKeyRequest { Name = key.Name };
            return Page();
        });

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await rename.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), key =>
        {
            TempData["flash"] = $"Renamed to “{key.Name}”.";
            return Redirect(ApiKeysPage.Path);
        });
}
