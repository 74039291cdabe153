using Helpdesk.Platform;
using Helpdesk.Platform.Http;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Helpdesk.Tickets.ManageCategories;

/// <summary>The way out for a category that is in use: it stays, and is offered no more.</summary>
[Authorize(Policy = Policy.Admin)]
internal sealed class HideCategoryPage(SaveCategoryHandler save, CurrentUser user) : PageModel
{
    public IActionResult OnGet() => Redirect(CategoriesPage.Path);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellationToken) =>
        (await save.HandleAsync(id, new SaveCategoryRequest { IsShown = false }, version: null, user, cancellationToken)).ToPage(this, "", category =>
        {
            TempData["flash"] = $"“{category.Name}” is hidden.";
            return Redirect(CategoriesPage.Path);
        });
}
