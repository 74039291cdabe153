using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>A file of an item for its writers, those of older versions too.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class OpenFilePage(OpenFileHandler open, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken cancellationToken) =>
        (await open.HandleAsync(id, fileId, user, cancellationToken)).ToPage(this, "", address => Redirect(address.Url));
}
