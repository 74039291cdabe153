using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Auth.ManageApiKeys;

[Authorize(Policy = Policy.Admin)]
internal sealed class ApiKeysPage(ListApiKeysHandler list, CurrentUser user) : PageModel
{
    public const string Path = "/admin/api-keys";

    public IReadOnlyList<ApiKeyView> Keys { get; private set; } = [];

    public CurrentUser Reader => user;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        (await list.HandleAsync(user, cancellationToken)).ToPage(this, "", keys =>
        {
            Keys = keys.Items;
            return Page();
        });
}
