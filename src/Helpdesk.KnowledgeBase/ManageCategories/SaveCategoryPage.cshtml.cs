using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.KnowledgeBase.ManageCategories;

[Authorize(Policy = Policy.Staff)]
internal sealed class SaveCategoryPage(ListCategoriesHandler list, SaveCategoryHandler save, CurrentUser user) : PageModel
{
    [BindProperty]
    public CategoryForm Form { get; set; } = new();

    public CategoryView View { get; private set; } = default!;

    public ParentChoice Parents { get; private set; } = default!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        Form = new CategoryForm { Name = View.Name, ParentId = View.ParentId };
        Parents = Parents with { Chosen = View.ParentId };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await save.HandleAsync(id, Form.ToRequest(), version: null, user, cancellationToken)).ToPage(this, nameof(Form), _ =>
        {
            TempData["flash"] = "Saved.";
            return Redirect(CategoriesPage.Path);
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = (await list.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        Parents = new ParentChoice([.. all.Where(category => category.ParentId is null && category.Id != id)], Form.ParentId);
        View = all.FirstOrDefault(category => category.Id == id)!;
        return View is not null;
    }
}
