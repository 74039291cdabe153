using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>The lasting address of a picture, as texts hold it; it leads to one that holds for minutes.</summary>
[Authorize(Policy = Policy.Reader)]
internal sealed class OpenPicturePage(OpenPictureHandler open, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid fileId, CancellationToken cancellationToken) =>
        (await open.HandleAsync(fileId, user, cancellationToken)).ToPage(this, "", address => Redirect(address.Url));
}
