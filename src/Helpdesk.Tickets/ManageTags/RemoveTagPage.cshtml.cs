using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageTags;

[Authorize(Policy = Policy.Admin)]
internal sealed class RemoveTagPage(RemoveTagHandler remove, ListTagsHandler list, CurrentUser user) : PageModel
{
    public TagView View { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(string? tag, CancellationToken cancellationToken)
    {
        View = (await list.HandleAsync(user, cancellationToken)).Value?.Items.FirstOrDefault(known => known.Name == tag)!;
        return View is null ? NotFound() : Page();
    }

    public async Task<IActionResult> OnPostAsync(string? tag, CancellationToken cancellationToken) =>
        (await remove.HandleAsync(tag ?? "", user, cancellationToken)).ToPage(this, "", changed =>
        {
            TempData["flash"] = $"Removed “{tag}”. {TagsPage.Told(changed)}";
            return Redirect(TagsPage.Path);
        });
}
