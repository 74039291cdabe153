using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageTags;

[Authorize(Policy = Policy.Staff)]
internal sealed class RemoveTagPage(RemoveTagHandler remove, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(TagsPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(id, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = "The tag is removed.";
            return Redirect(TagsPage.Path);
        });
}
