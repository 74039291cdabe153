using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageTags;

[Authorize(Policy = Policy.Staff)]
internal sealed class SaveTagPage(ListTagsHandler list, SaveTagHandler save, CurrentUser user) : PageModel
{
    [BindProperty]
    public SaveTagRequest Form { get; set; } = new();

    public TagView View { get; private set; } = default!;

    public IReadOnlyList<TagView> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new SaveTagRequest { Name = View.Name };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await save.HandleAsync(id, Form, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Renamed on every item.";
            return Redirect(TagsPage.Path);
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = (await list.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        View = all.FirstOrDefault(tag => tag.Id == id)!;
        Others = [.. all.Where(tag => tag.Id != id)];
        return View is not null;
    }
}
