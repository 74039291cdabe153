using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageTags;

[Authorize(Policy = Policy.Admin)]
internal sealed class RenameTagPage(RenameTagHandler rename, CurrentUser user) : PageModel
{
    [BindProperty]
    public RenameTagRequest Form { get; set; } = new();

    public void OnGet(string? tag) => Form = new RenameTagRequest { Tag = tag ?? "", Name = tag ?? "" };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        (await rename.HandleAsync(Form, user, cancellationToken)).ToPage(this, nameof(Form), changed =>
        {
            TempData["flash"] = $"Renamed to “{changed.Name}”. {TagsPage.Told(changed)}";
            return Redirect(TagsPage.Path);
        });
}
