using Helpdesk.KnowledgeBase.Contracts;
using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ItemVersions;

[Authorize(Policy = Policy.Staff)]
internal sealed class RestoreVersionPage(RestoreVersionHandler restore, CurrentUser user) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"{KnowledgeBaseUrls.Write(id)}/versions");

    public async Task<IActionResult> OnPostAsync(Guid id, int number, CancellationToken cancellationToken) =>
        (await restore.HandleAsync(id, number, version: null, user, cancellationToken)).ToPage(this, "", item =>
        {
            TempData["flash"] = $"Version {number} is the newest text again, as version {item.TextVersion}.";
            return Redirect(KnowledgeBaseUrls.Write(id));
        });
}
