using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>The video or the document of an item; it leads to an address that holds for minutes.</summary>
[Authorize(Policy = Policy.Reader)]
internal sealed class ReadFilePage(OpenFileHandler open, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await open.ReadAsync(id, user, cancellationToken)).ToPage(this, "", address => Redirect(address.Url));
}
