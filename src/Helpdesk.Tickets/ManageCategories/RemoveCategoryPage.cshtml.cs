using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

[Authorize(Policy = Policy.Admin)]
internal sealed class RemoveCategoryPage(RemoveCategoryHandler remove, ListCategoriesHandler list, CurrentUser user) : PageModel
{
    public ManagedCategory View { get; private set; } = default!;

    public IReadOnlyList<ManagedCategory> Others { get; private set; } = [];

    [BindProperty(Name = "moveTo")]
    public Guid? MoveTo { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await ReadAsync(id, cancellationToken))
        {
            return NotFound();
        }

        return (await remove.HandleAsync(id, MoveTo, user, cancellationToken)).ToPage(this, "", _ =>
        {
            TempData["flash"] = $"Removed “{View.Name}”.";
            return Redirect(CategoriesPage.Path);
        });
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        var all = (await list.HandleAsync(user, cancellationToken)).Value?.Items ?? [];
        View = all.FirstOrDefault(category => category.Id == id)!;
        Others = [.. all.Where(category => category.Id != id)];
        return View is not null;
    }
}
