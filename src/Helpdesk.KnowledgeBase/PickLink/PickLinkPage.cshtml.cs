using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.PickLink;

/// <summary>What the editor's script asks when somebody looks for an article to link to.</summary>
[Authorize(Policy = Policy.Staff)]
internal sealed class PickLinkPage(PickLinkHandler pick, CurrentUser user) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken cancellationToken) =>
        (await pick.HandleAsync(q, user, cancellationToken)).ToScript(TypedResults.Ok);
}
