using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageTags;

[Authorize(Policy = Policy.Staff)]
internal sealed class MergeTagPage(MergeTagHandler merge, CurrentUser user) : PageModel
{
    [BindProperty]
    public MergeTagRequest Form { get; set; } = new();

    public IActionResult OnGet(Guid id) => Redirect($"{TagsPage.Path}/{id}");

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await merge.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), tag =>
        {
            TempData["flash"] = $"Merged into “{tag.Name}”.";
            return Redirect(TagsPage.Path);
        });
}
