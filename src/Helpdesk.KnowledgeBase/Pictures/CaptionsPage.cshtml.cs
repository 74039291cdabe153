using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.Pictures;

/// <summary>What is said in an uploaded video, for its player.</summary>
[Authorize(Policy = Policy.Reader)]
internal sealed class CaptionsPage(OpenFileHandler open, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        (await open.CaptionsAsync(id, user, cancellationToken)).ToPage(this, "", captions => File(captions, OpenFileHandler.CaptionsType));
}
